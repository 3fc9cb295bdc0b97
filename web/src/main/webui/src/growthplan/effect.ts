import type { Insights } from '../api/reads';

type Effect = Insights['Effect'];
type Said = Insights['Said'];

/** How many contexts there must be to speak of anything but single cases. */
const FEWEST = 2;

/** How often a theme came up in a stretch of time: 'in 3 of 5', or that this is too early to say. */
export function figure({ contexts, tellingContexts }: Pick<Said, 'contexts' | 'tellingContexts'>): string {
  if (tellingContexts >= FEWEST) {
    return `in ${contexts} of ${tellingContexts}`;
  }
  return tellingContexts === 0 ? 'not enough yet: nothing was said' : `not enough yet: ${contexts} of 1`;
}

/** What the two figures come to, said without claiming a cause. */
export function effectInWords({ status, before, after }: Effect): string {
  if (status === 'NOT_ENOUGH_YET' || before.tellingContexts < FEWEST) {
    const side = status === 'NOT_ENOUGH_YET' ? 'after you took this on' : 'before you took this on';
    return `Not enough yet: it takes two applications or pieces of feedback from ${side} to compare.`;
  }
  const was = before.contexts / before.tellingContexts;
  const is = after.contexts / after.tellingContexts;
  const course = is < was ? 'It has come up less often since.' : is > was ? 'It has come up more often since.' : 'It has come up as often as before.';
  return `${course} This counts what was said; why, it cannot tell.`;
}
