import type { StatusCode } from '../words/codes';

/** What can be recorded about an application or done for it; the address names the one that is open. */
export type Deed = 'stage' | 'rejection' | 'feedback' | 'offer' | 'withdrawal' | 'reopening' | 'correction';

export const DEEDS: Record<Deed, string> = {
  stage: 'Add a stage',
  rejection: 'Record a rejection',
  feedback: 'Ask for feedback',
  offer: 'Record an offer',
  withdrawal: 'Withdraw',
  reopening: 'Take the rejection back',
  correction: 'Correct the record',
};

/** What is possible, the likeliest first. */
const POSSIBLE: Record<StatusCode, Deed[]> = {
  ACTIVE: ['stage', 'rejection', 'offer', 'withdrawal', 'correction'],
  OFFERED: ['stage', 'rejection', 'withdrawal', 'correction'],
  REJECTED: ['feedback', 'stage', 'reopening', 'correction'],
  WITHDRAWN: ['correction'],
};

export function possible(status: StatusCode): Deed[] {
  return POSSIBLE[status];
}

/** The deed that an address asks for, where it is possible. */
export function deedIn(address: URLSearchParams, status: StatusCode): Deed | undefined {
  return POSSIBLE[status].find((deed) => deed === address.get('do'));
}
