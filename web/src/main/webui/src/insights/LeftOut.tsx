import { Group, Text } from '@mantine/core';
import { Section } from '../parts/Section';
import { SOURCES, THEMES } from '../words/codes';
import { CorrectReading } from './CorrectReading';
import classes from './insights.module.css';
import { useDismissals } from './dismissals';

/** What was said not to count, for whoever wants it back. */
export function LeftOut() {
  const aside = useDismissals();
  if (aside.length === 0) {
    return null;
  }
  return (
    <Section title="Left out by you" note="in no figure">
      <ul className={classes.rows}>
        {aside.map((one) => (
          <li key={one.id} className={classes.item} data-row tabIndex={-1}>
            <Group justify="space-between" gap="xs" align="baseline">
              <Text size="sm" c="dimmed">
                {THEMES[one.theme]}, {SOURCES[one.source].toLowerCase()}
              </Text>
              <CorrectReading evidence={one} aside />
            </Group>
            {one.quote !== undefined && <blockquote className="said" dir="auto">{one.quote}</blockquote>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
