import { describe, expect, it } from 'vitest';
import { backtestInWords } from './backtest';

const backtest = { rejections: 7, rejectionsSkipped: 4, rejectionsSkippedBefore: 1, progressed: 3, progressedKept: 3, progressedKeptBefore: 3 };

describe('a backtest in words', () => {
  it('says both sides with their n, and what the search does already', () => {
    expect(backtestInWords(backtest)).toBe(
      'On your own history it would have skipped 4 of 7 rejections and kept 3 of 3 interviews. Your search as it is: 1 of 7 skipped, 3 of 3 kept.',
    );
  });

  it('says where there is not enough yet', () => {
    expect(backtestInWords({ ...backtest, progressed: 1, progressedKept: 1 })).toBe(
      'On your own history it would have skipped 4 of 7 rejections. Your search as it is: 1 of 7 skipped. There is one interview, which is not enough yet to say more.',
    );
    expect(backtestInWords({ ...backtest, rejections: 1, progressed: 0 })).toBe(
      'Not enough yet to try it on your own history: there is one rejection and no interview.',
    );
  });
});
