import type { Insights } from '../api/reads';

type Backtest = Insights['Backtest'];

/** How many there must be to say how many of them. */
const FEWEST = 2;

/** What a change would have done to one's own applications, every figure with its n. */
export function backtestInWords(backtest: Backtest): string {
  const { rejections, rejectionsSkipped, progressed, progressedKept } = backtest;
  const told = [
    ...(rejections >= FEWEST ? [`skipped ${rejectionsSkipped} of ${rejections} rejections`] : []),
    ...(progressed >= FEWEST ? [`kept ${progressedKept} of ${progressed} interviews`] : []),
  ];
  const few = [
    ...(rejections < FEWEST ? [rejections === 0 ? 'no rejection' : 'one rejection'] : []),
    ...(progressed < FEWEST ? [progressed === 0 ? 'no interview' : 'one interview'] : []),
  ];
  if (told.length === 0) {
    return `Not enough yet to try it on your own history: there is ${few.join(' and ')}.`;
  }
  return [
    `On your own history it would have ${told.join(' and ')}.`,
    asItIs(backtest),
    ...(few.length > 0 ? [`There is ${few.join(' and ')}, which is not enough yet to say more.`] : []),
  ].join(' ');
}

/** What the profile does already, without the change. */
function asItIs({ rejections, rejectionsSkippedBefore, progressed, progressedKeptBefore }: Backtest): string {
  const told = [
    ...(rejections >= FEWEST ? [`${rejectionsSkippedBefore} of ${rejections} skipped`] : []),
    ...(progressed >= FEWEST ? [`${progressedKeptBefore} of ${progressed} kept`] : []),
  ];
  return `Your search as it is: ${told.join(', ')}.`;
}
