import { useEffect, useState } from 'react';
import { useCommand } from '../api/useCommand';
import { CHANGED } from './changed';
import type { Line } from './goalDraft';
import { patchGoal } from './patchGoal';

/**
 * Ticks the actions of a goal. A tick shows at once, only one change is on its way at a time, and the last one wins:
 * the service takes all actions as a whole.
 */
export function useTicks(goalId: string, actions: readonly Line[]) {
  const [wanted, setWanted] = useState<readonly Line[]>();
  const save = useCommand((lines: readonly Line[]) => patchGoal(goalId, { actions: lines }), { changes: CHANGED });
  const { isPending, isError, mutate, variables } = save;
  const arrived = wanted !== undefined && JSON.stringify(wanted) === JSON.stringify(actions);

  useEffect(() => {
    if (wanted === undefined || isPending) {
      return;
    }
    if (variables !== wanted) {
      mutate(wanted);
    } else if (isError || arrived) {
      setWanted(undefined);
    }
  }, [wanted, isPending, isError, variables, mutate, arrived]);

  const shown = wanted ?? actions;
  return {
    shown,
    tick: (at: number, done: boolean) => setWanted(shown.map((line, i) => (i === at ? { ...line, done } : line))),
    problem: isError ? save.error : undefined,
  };
}
