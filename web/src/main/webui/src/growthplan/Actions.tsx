import { Checkbox, Stack, Text, Title } from '@mantine/core';
import type { Insights } from '../api/reads';
import { draftOf } from './goalDraft';
import classes from './growthplan.module.css';
import { useTicks } from './useTicks';

/** What to do for a goal that is worked on, to be ticked. */
export function Actions({ goal }: { goal: Insights['Goal'] }) {
  const { shown, tick, problem } = useTicks(goal.id, draftOf(goal).actions);
  if (shown.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={4} fz="sm" className={classes.part}>
        What to do{' '}
        <Text span size="sm" c="dimmed" className="numbers">
          {shown.filter(({ done }) => done).length} of {shown.length} done
        </Text>
      </Title>
      <Stack gap={0} role="group" aria-label="What to do">
        {shown.map(({ text, done }, i) => (
          <Checkbox
            key={i}
            label={<bdi style={{ overflowWrap: 'anywhere' }}>{text}</bdi>}
            checked={done}
            onChange={(event) => tick(i, event.currentTarget.checked)}
            classNames={{ root: classes.tick }}
          />
        ))}
      </Stack>
      {problem !== undefined && (
        <Text size="sm" c="red" role="alert" mt={4}>
          {problem.message}
        </Text>
      )}
    </div>
  );
}
