import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { today } from '../parts/dates';
import { inWeeks } from './due';
import { EvidenceFold } from './EvidenceFold';
import { draftOf } from './goalDraft';
import { GoalForm } from './GoalForm';
import { GoalFrame } from './GoalFrame';
import classes from './growthplan.module.css';
import { Points } from './Points';
import { placeOf } from './useArrival';

/** A goal that what was said calls for; it becomes one when it is adopted, as it is or with other words. */
export function ProposedGoal({ goal }: { goal: Insights['Goal'] }) {
  const [adopting, setAdopting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  const navigate = useNavigate();

  // Whoever closes the form goes on at the button that opened it.
  useEffect(() => {
    if (!adopting && opened.current) {
      button.current?.focus();
    }
    opened.current = adopting;
  }, [adopting]);

  return (
    <GoalFrame goal={goal} note={`Said in ${counted(goal.contexts, 'application or piece of feedback', 'applications and pieces of feedback')}`}>
      {adopting ? (
        <GoalForm
          keptAs={`adoption-${goal.id}`}
          initial={{ ...draftOf(goal), dueOn: inWeeks(today(), goal.horizonWeeks) }}
          dueHint={`In ${goal.horizonWeeks} weeks, unless you say otherwise.`}
          label="Adopt the goal"
          send={async ({ intent }) =>
            body(await insights.POST('/api/v1/growth-plan/goals/{id}/adoption', { params: { path: { id: goal.id } }, body: { ...intent, on: today() } }))
          }
          done="Adopted. It is yours now; change it whenever you like."
          onDone={() => void navigate({ hash: placeOf(goal.id) }, { replace: true, preventScrollReset: true })}
          cancel={() => setAdopting(false)}
        />
      ) : (
        <>
          <Points title="What to look at" points={goal.focalPoints} />
          <Points title="What to do" points={goal.actions.map(({ text }) => text ?? '')} />
          <EvidenceFold goal={goal} />
          <Group gap="xs">
            <Button ref={button} className={classes.touch} onClick={() => setAdopting(true)}>
              Adopt it
            </Button>
          </Group>
        </>
      )}
    </GoalFrame>
  );
}
