import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Insights } from '../api/reads';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { useApplicationNames } from '../parts/useApplicationNames';
import classes from './preparation.module.css';

/** What one took from earlier applications, in one's own words. */
export function Lessons({ lessons }: { lessons: readonly Insights['Lesson'][] }) {
  const nameOf = useApplicationNames();
  return (
    <Section title="Your lessons" note="from your reflections">
      {lessons.length === 0 ? (
        <Empty>None yet. What you take from an application, in the last step of reflecting on it, shows here for the next one.</Empty>
      ) : (
        <ul className={classes.items}>
          {lessons.map(({ applicationId, on, text }) => (
            <li key={applicationId} className={classes.item}>
              <Text className={classes.text} dir="auto">{text}</Text>
              <Text size="sm" c="dimmed">
                {day(on)},{' '}
                <Anchor component={Link} to={`/applications/${applicationId}`} inherit>
                  {nameOf(applicationId)}
                </Anchor>
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
