import { Text } from '@mantine/core';
import type { Insights } from '../api/reads';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import { CheckIns } from './CheckIns';
import { EffectShown } from './EffectShown';
import { EvidenceFold } from './EvidenceFold';
import { GoalFrame } from './GoalFrame';
import classes from './growthplan.module.css';
import { Points } from './Points';

/** A goal that was achieved or let go. */
export function ClosedGoal({ goal }: { goal: Insights['Goal'] }) {
  const { actions, checkIns, closing, effect, focalPoints, status } = goal;
  const how = status === 'ACHIEVED' ? 'Achieved' : 'Let go';
  return (
    <GoalFrame goal={goal} note={closing === undefined ? how : `${how} on ${day(closing.on)}`}>
      {closing?.words !== undefined && <Text className={classes.note} dir="auto">{closing.words}</Text>}
      {effect !== undefined && <EffectShown effect={effect} adoptedOn={goal.adoptedOn} />}
      {(focalPoints.length > 0 || actions.length > 0 || checkIns.length > 0) && (
        <Fold summary="What it was made of">
          <Points title="What to look at" points={focalPoints} />
          <Points title="What to do" points={actions.map(({ text, done }) => `${text ?? ''} (${done ? 'done' : 'left open'})`)} />
          <CheckIns checkIns={checkIns} />
        </Fold>
      )}
      <EvidenceFold goal={goal} />
    </GoalFrame>
  );
}
