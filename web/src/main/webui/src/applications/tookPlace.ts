import type { Applications } from '../api/reads';

/** The stages that took place: what was planned for a day after the rejection did not, unless it is what the application ended at. */
export function tookPlace({ stages, rejection }: Pick<Applications['ApplicationView'], 'stages' | 'rejection'>): Applications['Stage'][] {
  if (rejection === undefined) {
    return stages;
  }
  const before = stages.filter(({ reachedOn }) => reachedOn <= rejection.rejectedOn);
  return rejection.stage === undefined || before.some(({ kind }) => kind === rejection.stage) ? before : stages;
}
