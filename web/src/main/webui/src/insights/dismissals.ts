import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reads } from '../api/reads';
import { known, type KnownEvidence } from './evidence';

const NONE: readonly KnownEvidence[] = [];

/** What the candidate said not to count, newest first; nothing while it is not known. */
export function useDismissals(): readonly KnownEvidence[] {
  const { data } = useQuery(reads.dismissals());
  return useMemo(() => data?.evidence.map(known) ?? NONE, [data]);
}
