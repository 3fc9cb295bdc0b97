import { expect, it } from 'vitest';
import type { Insights } from '../api/reads';
import { funnelRows, funnelTable } from './funnelRows';

const stages = [
  { stage: 'APPLICATION_REVIEW', reached: 5, passed: 3, rejected: 1, passRate: { value: 0.75, low: 0.3, high: 0.95, n: 4 } },
  { stage: 'RECRUITER_SCREEN', reached: 3, passed: 0, rejected: 1, passRate: { value: 0, low: 0, high: 0.79, n: 1 } },
  { stage: 'ASSESSMENT', reached: 1, passed: 0, rejected: 0, passRate: null },
] as unknown as Insights['FunnelStage'][];

it('says how many were decided, and nothing of a share where that is less than two', () => {
  expect(funnelRows(stages).map((row) => row.note)).toEqual(['3 of 4', 'not enough yet', 'not enough yet']);
  expect(funnelTable(stages).rows).toEqual([
    ['Application review', 5, 3, 1, '75%', '30 to 95%', 4],
    ['First call', 3, 0, 1, 'not enough yet', '', 1],
    ['Assessment', 1, 0, 0, 'not enough yet', '', 0],
  ]);
});
