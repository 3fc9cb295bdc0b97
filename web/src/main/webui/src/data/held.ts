import type { Insights } from '../api/reads';

/** The first part of a list, and whether it goes on. */
interface Listed {
  items: readonly unknown[];
  next?: string | null;
}

/** How much there is; a list that goes on is only known to have more. */
export function howMany({ items, next }: Listed): string {
  return typeof next === 'string' ? `more than ${items.length}` : String(items.length);
}

/** How many goals are held: those that are only proposed are not. */
export function howManyGoals(goals: readonly Pick<Insights['Goal'], 'status'>[]): string {
  return String(goals.filter(({ status }) => status !== 'PROPOSED').length);
}
