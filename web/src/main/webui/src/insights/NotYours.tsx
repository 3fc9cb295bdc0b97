import { Anchor, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, type Insights } from '../api/reads';
import { nameOf } from '../applications/naming';
import { day } from '../parts/dates';
import { SOURCES, THEMES } from '../words/codes';
import { CorrectReading } from './CorrectReading';
import { known, knownOutOfControl } from './evidence';
import classes from './insights.module.css';

/** The rejections that nothing one does would have changed, with the words that say so. */
export function NotYours({ rejections }: { rejections: Insights['NotYours'][] }) {
  // Only there it is told whether a reading is the candidate's own, so that taking it back leaves it as it was.
  const { data: counting } = useQuery(reads.causes());
  const evidenceOf = (one: Insights['NotYours']) => {
    const found = counting?.evidence.find(({ id }) => id === one.evidenceId);
    return found === undefined ? knownOutOfControl(one) : known(found);
  };
  return (
    <div>
      <Title order={3}>What was not</Title>
      <Text size="sm" c="dimmed" mt={4}>
        Nothing you could have done would have changed these.
      </Text>
      <ul className={classes.rows}>
        {rejections.map((one) => (
          <li key={one.evidenceId} className={classes.item} data-row tabIndex={-1}>
            <Group justify="space-between" gap="xs" align="baseline">
              <div>
                <Anchor component={Link} to={`/applications/${one.applicationId}`}>
                  {nameOf(one)}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {day(one.rejectedOn)}
                </Text>
              </div>
              <CorrectReading evidence={evidenceOf(one)} />
            </Group>
            <Text size="sm">
              {THEMES[one.theme]}{' '}
              <Text span c="dimmed" inherit>
                ({SOURCES[one.by].toLowerCase()})
              </Text>
            </Text>
            {one.quote != null && <blockquote className="said" dir="auto">{one.quote}</blockquote>}
          </li>
        ))}
      </ul>
    </div>
  );
}
