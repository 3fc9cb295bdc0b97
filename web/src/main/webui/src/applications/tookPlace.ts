import type { Applications } from '../api/reads';

/** The stages that took place: what was planned for a day after the rejection did not. */
export function tookPlace({ stages, rejection }: Pick<Applications['ApplicationView'], 'stages' | 'rejection'>): Applications['Stage'][] {
  return rejection === undefined ? stages : stages.filter(({ reachedOn }) => reachedOn <= rejection.rejectedOn);
}
