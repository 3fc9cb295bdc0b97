import type { QueryKey } from '@tanstack/react-query';
import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import type { Profile } from './profile';

/** What looks different after anything was done to the search. */
export const CHANGED: QueryKey[] = [['insights', 'search-profile'], ['insights', 'search-refinements'], ['insights', 'preparation']];

async function put(profile: Insights['ProfileRequest']) {
  return body(await insights.PUT('/api/v1/search-profile', { body: profile }));
}

/** Brings a former profile back. */
export function useFormerProfile(said = 'Your search is as it was before.') {
  const back = useCommand(put, { changes: CHANGED, done: said });
  return (former: Profile) => back.mutateAsync(former);
}

/** A profile to be put, and the one in whose place it comes. */
interface Change {
  former: Profile;
  profile: Insights['ProfileRequest'];
}

/** Puts the profile as a whole; the former one can be brought back. */
export function useProfilePut(onDone?: () => void) {
  const bringBack = useFormerProfile();
  return useCommand(({ profile }: Change) => put(profile), {
    changes: CHANGED,
    done: 'Your search is changed.',
    undo: (_, { former }) => bringBack(former),
    onDone,
  });
}
