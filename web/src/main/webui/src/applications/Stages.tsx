import { Group, Text } from '@mantine/core';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { STAGES } from '../words/codes';
import classes from './applications.module.css';

/** The stages that took place, with the notes on them. */
export function Stages({ application: { stages, status } }: { application: Applications['ApplicationView'] }) {
  return (
    <Section title="Stages">
      {stages.length === 0 ? (
        <Empty>
          {status === 'WITHDRAWN' ? 'None was recorded.' : 'None is recorded. Add those that took place; a reflection goes through them one by one.'}
        </Empty>
      ) : (
        <ol className={classes.plain}>
          {stages.map(({ kind, reachedOn, note }) => (
            <li key={`${kind}-${reachedOn}`}>
              <Group justify="space-between" gap="xs" py={8} align="baseline">
                <Text fw={500}>{STAGES[kind]}</Text>
                <Text size="sm" c="dimmed">
                  {day(reachedOn)}
                </Text>
              </Group>
              {note !== undefined && (
                <Text size="sm" pb={8} dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                  {note}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
