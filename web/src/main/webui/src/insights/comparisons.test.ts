import { describe, expect, it } from 'vitest';
import type { Insights } from '../api/reads';
import { comparisonInWords, stagePairs, themeFindings } from './comparisons';

const compared = (own: number | undefined, theirs: number) => ({ applicationId: 'a-1', stage: 'RECRUITER_SCREEN', own, theirs, at: '2026-10-01' });

const stage = {
  kind: 'BLIND_SPOT', stage: 'RECRUITER_SCREEN', n: 2, compared: 3, occurrences: [compared(5, 2), compared(4, 2)],
} as unknown as Insights['Finding'];

const theme = {
  kind: 'AGREED_GAP', theme: 'COMMUNICATION', n: 1, compared: 1,
  occurrences: [{ applicationId: 'a-1', theme: 'COMMUNICATION', theirs: 2, at: '2026-10-01' }],
} as unknown as Insights['Finding'];

describe('comparisons', () => {
  it('of a stage are the means of both sides', () => {
    expect(stagePairs([stage, theme])).toEqual([
      { label: 'First call', detail: 'You saw it better than they did', note: '2 of 3', own: 4.5, theirs: 2, n: 2 },
    ]);
  });

  it('of a theme have only their rating', () => {
    expect(themeFindings([stage, theme]).map((one) => one.theme)).toEqual(['Communication']);
    expect(comparisonInWords(theme.occurrences[0]!)).toBe('Communication: they 2');
    expect(comparisonInWords(stage.occurrences[0]!)).toBe('First call: you 5, they 2');
  });
});
