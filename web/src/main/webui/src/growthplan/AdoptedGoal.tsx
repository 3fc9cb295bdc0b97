import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { today } from '../parts/dates';
import { Actions } from './Actions';
import { CHANGED } from './changed';
import { CheckInForm } from './CheckInForm';
import { CheckIns } from './CheckIns';
import { ClosingForm } from './ClosingForm';
import { dueInWords } from './due';
import { EffectShown } from './EffectShown';
import { EvidenceFold } from './EvidenceFold';
import { changes, draftOf, wording } from './goalDraft';
import { GoalForm } from './GoalForm';
import { GoalFrame } from './GoalFrame';
import classes from './growthplan.module.css';
import { patchGoal } from './patchGoal';
import { Points } from './Points';

type Goal = Insights['Goal'];
type Deed = 'check-in' | 'change' | 'achieve' | 'let-go';

const DEEDS: Record<Deed, string> = { 'check-in': 'Note how it goes', change: 'Change it', achieve: 'Achieved', 'let-go': 'Let it go' };

/** A goal that is worked on. */
export function AdoptedGoal({ goal }: { goal: Goal }) {
  const [deed, setDeed] = useState<Deed>();
  const buttons = useRef<Partial<Record<Deed, HTMLButtonElement | null>>>({});
  const former = useRef<Deed>(undefined);

  // Whoever closes a form goes on at the button that opened it.
  useEffect(() => {
    if (deed === undefined && former.current !== undefined) {
      buttons.current[former.current]?.focus();
    }
    former.current = deed;
  }, [deed]);

  const close = () => setDeed(undefined);

  return (
    <GoalFrame goal={goal} note={goal.dueOn === undefined ? 'Without a due date' : dueInWords(goal.dueOn, today())}>
      {deed === 'change' ? (
        <ChangeForm goal={goal} close={close} />
      ) : (
        <>
          <Points title="What to look at" points={goal.focalPoints} />
          <Actions goal={goal} />
          <CheckIns checkIns={goal.checkIns} />
          {goal.effect !== undefined && <EffectShown effect={goal.effect} adoptedOn={goal.adoptedOn} />}
          <EvidenceFold goal={goal} />
          {deed === undefined && (
            <Group gap="xs" role="group" aria-label="What can be done with this goal">
              {(Object.keys(DEEDS) as Deed[]).map((one) => (
                <Button
                  key={one}
                  ref={(element: HTMLButtonElement | null) => {
                    buttons.current[one] = element;
                  }}
                  variant={one === 'let-go' ? 'subtle' : 'default'}
                  className={classes.touch}
                  onClick={() => setDeed(one)}
                >
                  {DEEDS[one]}
                </Button>
              ))}
            </Group>
          )}
          {deed === 'check-in' && <CheckInForm goal={goal} close={close} />}
          {(deed === 'achieve' || deed === 'let-go') && <ClosingForm goal={goal} ending={deed} cancel={close} />}
        </>
      )}
    </GoalFrame>
  );
}

/** Puts other words to a goal, and another date. */
function ChangeForm({ goal, close }: { goal: Goal; close: () => void }) {
  // What was typed over another wording is not gone on with: it would take back what changed since.
  const [keptAs] = useState(() => `goal-${goal.id} ${wording(draftOf(goal))}`);
  const back = useCommand((reversed: Record<string, unknown>) => patchGoal(goal.id, reversed), { changes: CHANGED, done: 'It is as it was before.' });

  return (
    <GoalForm
      keptAs={keptAs}
      initial={draftOf(goal)}
      dueHint="It can stay empty."
      label="Save"
      send={async ({ intent, before }) => {
        const changed = changes(before, intent);
        return changed === undefined ? goal : patchGoal(goal.id, changed);
      }}
      done="Saved."
      undo={({ intent, before }) => {
        const reversed = changes(intent, before);
        return reversed && back.mutateAsync(reversed);
      }}
      onDone={close}
      cancel={close}
    />
  );
}
