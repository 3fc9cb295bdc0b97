import { Text } from '@mantine/core';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import classes from './applications.module.css';

/** What takes more than this is folded away, so that one can see what happened at a glance. */
const SHORT = { characters: 400, lines: 6 };

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
            {detail !== undefined && detail !== rejection?.message && <Detail>{detail}</Detail>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Detail({ children: words }: { children: string }) {
  const text = (
    <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {words}
    </Text>
  );
  return words.length <= SHORT.characters && words.split('\n').length <= SHORT.lines ? text : <Fold summary="Read what was written">{text}</Fold>;
}
