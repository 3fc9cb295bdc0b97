import { Badge, Group, Text } from '@mantine/core';
import type { Feedback } from '../api/reads';
import { CorrectReading } from '../insights/CorrectReading';
import type { ReadTheme } from '../insights/evidence';
import { CONTROLS, STAGES, THEMES } from '../words/codes';
import classes from './Comments.module.css';
import { POLARITIES } from './feedbackWords';

interface Props {
  id: string;
  /** The same number as at the mark in the text. */
  number: number;
  statement: Feedback['FeedbackView']['statements'][number];
  themes: ReadTheme[];
  isLeftOut: (evidenceId: string) => boolean;
}

/** What was read in one statement. */
export function Note({ id, number, statement: { polarity, stage }, themes, isLeftOut }: Props) {
  return (
    <li id={id} tabIndex={-1} data-row className={classes.note}>
      <span className={`${classes.number} ${classes[polarity]}`} aria-hidden="true">
        {number}
      </span>
      <div className={classes.reading}>
        <Text size="sm" c="dimmed">
          {[POLARITIES[polarity], stage && STAGES[stage]].filter(Boolean).join(', ')}
        </Text>
        {themes.map(({ theme, control, evidence }, i) => {
          const leftOut = evidence !== undefined && isLeftOut(evidence.id);
          return (
            <Group key={i} gap="xs" justify="space-between" align="baseline" wrap="nowrap">
              <Text size="sm" td={leftOut ? 'line-through' : undefined}>
                {THEMES[theme]}
                <Text span c="dimmed" inherit>
                  , {CONTROLS[control].toLowerCase()}
                </Text>
              </Text>
              <Group gap={4} justify="flex-end">
                {leftOut && <Badge variant="default">Does not count</Badge>}
                {!leftOut && evidence?.corrected === true && <Badge variant="default">By you</Badge>}
                {evidence !== undefined && <CorrectReading evidence={evidence} aside={leftOut} />}
              </Group>
            </Group>
          );
        })}
      </div>
    </li>
  );
}
