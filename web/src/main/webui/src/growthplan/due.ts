import { day } from '../parts/dates';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** Up to here a distance is said in days. */
const MOST_DAYS = 20;

/** The day that is so many weeks after another. */
export function inWeeks(from: string, weeks: number): string {
  return new Date(Date.parse(from) + weeks * WEEK * DAY_MS).toISOString().slice(0, 10);
}

/**
 * When a goal is due, as a day and as a distance from today.
 *
 * @param today the date where the reader is
 */
export function dueInWords(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days === 0) {
    return 'Due today';
  }
  return days > 0 ? `Due ${day(dueOn)}, ${days === 1 ? 'tomorrow' : `in ${distance(days)}`}` : `Was due ${day(dueOn)}, ${distance(-days)} ago`;
}

function distance(days: number): string {
  return days === 1 ? 'a day' : days <= MOST_DAYS ? `${days} days` : `${Math.round(days / WEEK)} weeks`;
}
