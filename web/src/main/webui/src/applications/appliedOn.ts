import type { Applications } from '../api/reads';
import { day } from '../parts/dates';

const NOT_YET = 'Choose today or a day before.';

type Happened = Pick<Applications['ApplicationView'], 'stages' | 'rejection'>;

/** What is wrong with the day of an application, which may not lie after anything that followed it; undefined where nothing is. */
export function wrongAppliedOn(appliedOn: string, today: string, { stages, rejection }: Happened = { stages: [] }): string | undefined {
  if (appliedOn === '') {
    return 'Say on which day you applied; about is good enough.';
  }
  if (appliedOn > today) {
    return NOT_YET;
  }
  const [first] = [...stages.map(({ reachedOn }) => reachedOn), ...(rejection === undefined ? [] : [rejection.rejectedOn])].sort();
  return first !== undefined && appliedOn > first
    ? `The first thing that is recorded was on ${day(first)}; you applied on that day or before.`
    : undefined;
}

/** What is wrong with the day of something that followed an application, and what to do about it; undefined where nothing is. */
export function wrongAfterwards(on: string, appliedOn: string): string | undefined {
  return on !== '' && on < appliedOn
    ? `${day(on)} is before the day you applied (${day(appliedOn)}). If that day is wrong, correct it first: choose “Correct the record” on the application's page.`
    : undefined;
}

/** What is wrong with the day of an answer that has come, and what to do about it; undefined where nothing is. */
export function wrongReceivedOn(on: string, appliedOn: string, today: string): string | undefined {
  return on > today ? NOT_YET : wrongAfterwards(on, appliedOn);
}
