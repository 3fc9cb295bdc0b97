import { describe, expect, it } from 'vitest';
import { intervals, shareInWords, type IntervalRow } from './intervals';
import { rowLayout } from './rows';

const row = (share: IntervalRow['share']): IntervalRow => ({ label: 'Assessment', note: '', share });

const half = { value: 0.5, low: 0.2, high: 0.8, n: 4 };

describe('intervals', () => {
  it('have a dot within its whiskers', () => {
    const layout = rowLayout(326, 1, false);
    const [mark] = intervals([row(half)], layout);
    expect(mark!.value).toBeCloseTo((layout.left + layout.right) / 2);
    expect(mark!.low).toBeLessThan(mark!.value);
    expect(mark!.high).toBeGreaterThan(mark!.value);
  });

  it('have no mark where there is nothing to speak of, and keep their row', () => {
    const marks = intervals([row(undefined), row({ ...half, n: 1 }), row(half)], rowLayout(900, 3, false));
    expect(marks.map((mark) => mark.row)).toEqual([2]);
  });

  it('say their range and what they are counted on', () => {
    expect(shareInWords(half)).toBe('50%, range 20 to 80%, n = 4');
    expect(shareInWords({ ...half, n: 1 })).toBe('not enough yet (n = 1)');
    expect(shareInWords(null)).toBe('not enough yet (n = 0)');
  });
});
