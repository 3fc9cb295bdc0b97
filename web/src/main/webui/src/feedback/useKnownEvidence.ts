import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reads } from '../api/reads';
import { useDismissals } from '../insights/dismissals';
import { allKnown, type KnownEvidence } from '../insights/evidence';

/** The evidence whose reading can be corrected: what the insights show, and what was left out of them. */
export interface Correctable {
  evidence: KnownEvidence[];
  isLeftOut: (id: string) => boolean;
}

/** Reads it; where the insights cannot be read, there is none. */
export function useKnownEvidence(): Correctable {
  const { data: weaknesses } = useQuery(reads.weaknesses());
  const { data: strengths } = useQuery(reads.strengths());
  const { data: perspective } = useQuery(reads.perspective());
  const leftOut = useDismissals();

  return useMemo(() => {
    const ids = new Set(leftOut.map((one) => one.id));
    const shown = allKnown([...(weaknesses?.weaknesses ?? []), ...(strengths?.strengths ?? [])], perspective?.outOfControl ?? []);
    return { evidence: [...shown.filter((one) => !ids.has(one.id)), ...leftOut], isLeftOut: (id) => ids.has(id) };
  }, [weaknesses, strengths, perspective, leftOut]);
}
