import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reads } from '../api/reads';
import { useDismissals } from '../insights/dismissals';
import { known, type KnownEvidence } from '../insights/evidence';

/** The evidence whose reading can be corrected: all that counts, and what was left out. */
export interface Correctable {
  evidence: KnownEvidence[];
  isLeftOut: (id: string) => boolean;
}

/** Reads it; where the insights cannot be read, there is none. */
export function useKnownEvidence(): Correctable {
  const { data: counting } = useQuery(reads.causes());
  const leftOut = useDismissals();

  return useMemo(() => {
    const ids = new Set(leftOut.map((one) => one.id));
    const others = (counting?.evidence ?? []).filter((one) => !ids.has(one.id)).map(known);
    return { evidence: [...others, ...leftOut], isLeftOut: (id) => ids.has(id) };
  }, [counting, leftOut]);
}
