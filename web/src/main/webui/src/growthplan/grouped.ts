import type { Insights } from '../api/reads';

type Goal = Insights['Goal'];

/** The most goals that are open before the service stops proposing others. */
const MOST_AT_ONCE = 5;

/** How many contexts there must be before anything can recur. */
const FEWEST = 2;

/** The goals by where they stand, each group in the order of the service. */
export function grouped(goals: readonly Goal[]): Record<Goal['status'], Goal[]> {
  const of = (status: Goal['status']) => goals.filter((goal) => goal.status === status);
  return { ADOPTED: of('ADOPTED'), PROPOSED: of('PROPOSED'), ACHIEVED: of('ACHIEVED'), ABANDONED: of('ABANDONED') };
}

/** Why nothing is proposed. */
export function whyNothingProposed(contexts: number, open: number): string {
  if (contexts < FEWEST) {
    const soFar = contexts === 1 ? 'is one' : 'are none';
    return `Not enough yet: a goal is proposed when two applications or pieces of feedback name the same thing. There ${soFar} so far.`;
  }
  return open >= MOST_AT_ONCE
    ? `You are working on ${open} goals. Others are proposed once there is room for them.`
    : `Nothing that recurs in ${contexts} applications and pieces of feedback is without a goal, or was named again since you closed one.`;
}
