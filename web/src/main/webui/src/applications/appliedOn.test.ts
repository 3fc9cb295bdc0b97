import { describe, expect, it } from 'vitest';
import { wrongAfterwards, wrongAppliedOn, wrongReceivedOn } from './appliedOn';

const TODAY = '2026-10-20';
const stage = (reachedOn: string) => ({ kind: 'ASSESSMENT' as const, reachedOn });

describe('the day of an application', () => {
  it('has to be said, and has come', () => {
    expect(wrongAppliedOn('', TODAY)).toContain('Say on which day');
    expect(wrongAppliedOn('2026-10-21', TODAY)).toContain('today or a day before');
    expect(wrongAppliedOn(TODAY, TODAY)).toBeUndefined();
  });

  it('is not after the first thing that followed', () => {
    const happened = { stages: [stage('2026-09-10'), stage('2026-10-01')] };
    expect(wrongAppliedOn('2026-09-10', TODAY, happened)).toBeUndefined();
    expect(wrongAppliedOn('2026-09-11', TODAY, happened)).toContain('10 Sept 2026');
  });
});

it('says of what came too early what to do about it', () => {
  expect(wrongAfterwards('2026-10-12', '2026-10-12')).toBeUndefined();
  expect(wrongAfterwards('', '2026-10-12')).toBeUndefined();
  expect(wrongAfterwards('2026-10-11', '2026-10-12')).toMatch(/^11 Oct 2026 is before the day you applied \(12 Oct 2026\)\..*Correct the record/);
});

it('takes no answer that has not come', () => {
  expect(wrongReceivedOn(TODAY, '2026-10-12', TODAY)).toBeUndefined();
  expect(wrongReceivedOn('2026-10-21', '2026-10-12', TODAY)).toBe('Choose today or a day before.');
  expect(wrongReceivedOn('2026-10-11', '2026-10-12', TODAY)).toContain('before the day you applied');
});
