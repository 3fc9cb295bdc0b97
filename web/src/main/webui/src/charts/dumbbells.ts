import { counted } from './numbers';
import type { RowWords } from './RowFrame';
import { across, type RowLayout } from './rows';

/** How two sides rated one thing, each from 1 to 5. */
export interface Pair extends RowWords {
  own: number;
  theirs: number;
  /** On how many ratings of each side it rests. */
  n: number;
}

/** The range of a rating. */
export const RATINGS = [1, 5] as const;

/** Where the two marks of each row stand, and the stick between them. */
export function dumbbells(pairs: readonly Pair[], layout: RowLayout): { own: number; theirs: number; from: number; to: number; y: number }[] {
  const x = across(layout, RATINGS);
  return pairs.map((pair, i) => {
    const own = x(pair.own);
    const theirs = x(pair.theirs);
    return { own, theirs, from: Math.min(own, theirs), to: Math.max(own, theirs), y: layout.row(i).mark };
  });
}

/** The same in words. */
export function pairsInWords(pairs: readonly Pair[]): string {
  const rows = pairs.map(({ label, own, theirs, n }) => `${label}: you ${own}, they ${theirs}, from ${counted(n, 'application')}`);
  return `Your own ratings beside theirs, from 1 to 5. ${rows.join('; ')}.`;
}
