import type { Applications } from '../api/reads';

type Consents = Applications['ConsentsDocument'];

/** The boards that a candidate has to do with: those they said something about, and those that reported one of their applications. */
export function boardsOf({ boards }: Consents, applications: readonly Pick<Applications['ApplicationSummary'], 'board'>[]): string[] {
  const reporting = applications.flatMap(({ board }) => (typeof board === 'string' ? [board] : []));
  return [...new Set([...Object.keys(boards), ...reporting])].sort();
}

/** All consents after one was given or taken back: the service takes them as a whole. */
export function withConsent({ boards }: Consents, board: string, shareSearch: boolean): Consents {
  return { boards: { ...boards, [board]: { shareSearch } } };
}
