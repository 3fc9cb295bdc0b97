import { Group, Text } from '@mantine/core';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { STAGES } from '../words/codes';
import classes from './applications.module.css';
import { tookPlace } from './tookPlace';

/** The stages, with the notes on them, and which of them did not take place any more. */
export function Stages({ application }: { application: Applications['ApplicationView'] }) {
  const { stages, status } = application;
  const happened = new Set(tookPlace(application));
  return (
    <Section title="Stages">
      {stages.length === 0 ? (
        <Empty>
          {status === 'WITHDRAWN' ? 'None was recorded.' : 'None is recorded. Add those that took place; a reflection goes through them one by one.'}
        </Empty>
      ) : (
        <ol className={classes.plain}>
          {stages.map((stage) => (
            <StageItem key={`${stage.kind}-${stage.reachedOn}`} stage={stage} happened={happened.has(stage)} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function StageItem({ stage: { kind, reachedOn, note }, happened }: { stage: Applications['Stage']; happened: boolean }) {
  return (
    <li>
      <Group justify="space-between" gap="xs" py={8} align="baseline">
        <Text fw={500}>{STAGES[kind]}</Text>
        <Text size="sm" c="dimmed">
          {day(reachedOn)}
          {!happened && ', did not take place'}
        </Text>
      </Group>
      {note !== undefined && (
        <Text size="sm" pb={8} dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {note}
        </Text>
      )}
    </li>
  );
}
