import { percent } from './numbers';
import type { RowWords } from './RowFrame';
import { across, type RowLayout } from './rows';

/** Fewer cases than these say nothing of a share. */
export const FEWEST = 2;

/** A share with the range that it may well lie in, all from 0 to 1. */
export interface Interval {
  value: number;
  low: number;
  high: number;
  /** Of how many cases. */
  n: number;
}

/** A row; without a share, or with one of too few cases, it has words and no mark. */
export interface IntervalRow extends RowWords {
  share: Interval | undefined;
}

/** The share where there are enough cases to speak of one. */
export function telling(share: Interval | null | undefined): Interval | undefined {
  return share == null || share.n < FEWEST ? undefined : share;
}

/** Where dots and whiskers stand; rows without a mark have none. */
export function intervals(rows: readonly IntervalRow[], layout: RowLayout): { row: number; low: number; value: number; high: number; y: number }[] {
  const x = across(layout, [0, 1]);
  return rows.flatMap(({ share }, row) => {
    const shown = telling(share);
    return shown === undefined ? [] : [{ row, low: x(shown.low), value: x(shown.value), high: x(shown.high), y: layout.row(row).mark }];
  });
}

/** A share in words, with its range and what it is counted on. */
export function shareInWords(share: Interval | null | undefined): string {
  const shown = telling(share);
  return shown === undefined ? `not enough yet (n = ${share?.n ?? 0})` : `${percent(shown.value)}, range ${rangeInWords(shown)}, n = ${shown.n}`;
}

/** The range alone. */
export function rangeInWords({ low, high }: Interval): string {
  return `${Math.round(low * 100)} to ${percent(high)}`;
}

/** A share and its range as two cells of a table. */
export function shareCells(share: Interval | null | undefined): [share: string, range: string] {
  const shown = telling(share);
  return shown === undefined ? ['not enough yet', ''] : [percent(shown.value), rangeInWords(shown)];
}
