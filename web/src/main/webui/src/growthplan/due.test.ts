import { describe, expect, it } from 'vitest';
import { dueInWords, inWeeks } from './due';

describe('a due date', () => {
  it('is so many weeks ahead, over the end of a year and of summer time', () => {
    expect(inWeeks('2026-10-20', 8)).toBe('2026-12-15');
    expect(inWeeks('2026-12-01', 26)).toBe('2027-06-01');
  });

  it('is said as a day and a distance', () => {
    expect(dueInWords('2026-10-20', '2026-10-20')).toBe('Due today');
    expect(dueInWords('2026-10-21', '2026-10-20')).toBe('Due 21 Oct 2026, tomorrow');
    expect(dueInWords('2026-11-09', '2026-10-20')).toBe('Due 9 Nov 2026, in 20 days');
    expect(dueInWords('2026-12-15', '2026-10-20')).toBe('Due 15 Dec 2026, in 8 weeks');
  });

  it('that has passed is said without blame', () => {
    expect(dueInWords('2026-10-19', '2026-10-20')).toBe('Was due 19 Oct 2026, a day ago');
    expect(dueInWords('2026-10-10', '2026-10-20')).toBe('Was due 10 Oct 2026, 10 days ago');
  });
});
