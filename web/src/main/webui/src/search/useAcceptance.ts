import { useQuery } from '@tanstack/react-query';
import { reads } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { accept } from './decisions';
import type { Profile } from './profile';
import { CHANGED, useFormerProfile } from './useProfilePut';

/** With which value, and what the profile was before. */
interface Acceptance {
  value: string | undefined;
  former: Profile | undefined;
}

/**
 * Accepts a suggested change, as it is or with another value. Undoing it brings the profile back; the suggestion stays
 * decided, which the API cannot take back.
 */
export function useAcceptance(id: string, onDone: () => void) {
  const profile = useQuery(reads.profile()).data;
  const bringBack = useFormerProfile('Your search is as it was before. The suggestion is kept under what you decided.');
  const command = useCommand(({ value }: Acceptance) => accept(id, value), {
    changes: CHANGED,
    done: 'Your search is changed.',
    ...(profile && { undo: (_, { former }) => (former === undefined ? undefined : bringBack(former)) }),
    onDone,
  });
  return { ...command, accept: (value?: string) => command.mutate({ value, former: profile }) };
}
