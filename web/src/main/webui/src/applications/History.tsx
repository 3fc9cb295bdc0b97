import { Text } from '@mantine/core';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Section } from '../parts/Section';
import classes from './applications.module.css';

/** What happened, oldest first. The message of a rejection that holds stands on the page already. */
export function History({ application: { timeline, rejection } }: { application: Applications['ApplicationView'] }) {
  return (
    <Section title="What happened">
      <ol className={classes.history}>
        {(timeline ?? []).map(({ at, on, type, title, detail }) => (
          <li key={`${type}-${at}-${title}`}>
            <Text size="sm" c="dimmed">
              {day(on ?? at)}
            </Text>
            <Text fw={500}>{title}</Text>
            {detail !== undefined && detail !== rejection?.message && (
              <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }} lineClamp={6}>
                {detail}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
