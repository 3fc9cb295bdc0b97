import { Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Insights } from '../api/reads';
import { THEMES } from '../words/codes';
import classes from './growthplan.module.css';
import { placeOf, useArrival } from './useArrival';

interface Props {
  goal: Insights['Goal'];
  /** When it is due, how often it was said, or how it ended. */
  note?: string | undefined;
  children: ReactNode;
}

/** One goal in a list: what it says, what it is about, and whatever else there is to it. */
export function GoalFrame({ goal, note, children }: Props) {
  const id = useId();
  const place = useArrival(goal.id);
  return (
    <li ref={place} id={placeOf(goal.id)} className={classes.goal} tabIndex={-1} data-row aria-labelledby={id}>
      <Title order={3} id={id} className={classes.statement} dir="auto">
        {goal.statement}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {[THEMES[goal.theme], note].filter(Boolean).join('. ')}.
      </Text>
      <Stack gap="md">{children}</Stack>
    </li>
  );
}
