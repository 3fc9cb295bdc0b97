/** The list with the element of one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  return one === undefined ? next : [...next.slice(0, to), one, ...next.slice(to)];
}

interface Drop {
  active: { id: string | number };
  over: { id: string | number } | null;
  collisions: { id: string | number }[] | null;
}

/**
 * From which place to which something was dragged; undefined where it stays. What it is nearest to is known a moment before
 * the library says what it is over, so that a quick flick counts as well.
 */
export function dropped({ active, over, collisions }: Drop, ids: readonly (string | number)[]): { from: number; to: number } | undefined {
  const from = ids.indexOf(active.id);
  const to = ids.indexOf(collisions?.[0]?.id ?? over?.id ?? active.id);
  return from >= 0 && to >= 0 && from !== to ? { from, to } : undefined;
}

interface Rated {
  rating?: number;
}

/** The best rated first; those that are rated alike stay in their order, those that are not rated come last. */
export function byRating<T extends Rated>(stages: readonly T[]): T[] {
  return [...stages].sort((a, b) => (b.rating ?? 0) - (a.rating ?? 0));
}

/** Whether the order says something else than the ratings do. */
export function contradicts<T extends Rated>(stages: readonly T[]): boolean {
  const ratings = stages.flatMap(({ rating }) => rating ?? []);
  return ratings.some((rating, i) => i > 0 && rating > ratings[i - 1]!);
}
