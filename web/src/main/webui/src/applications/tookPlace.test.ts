import { expect, it } from 'vitest';
import { tookPlace } from './tookPlace';

const STAGES = [
  { kind: 'RECRUITER_SCREEN' as const, reachedOn: '2026-10-01' },
  { kind: 'PANEL_INTERVIEW' as const, reachedOn: '2026-10-12' },
  { kind: 'FINAL_INTERVIEW' as const, reachedOn: '2026-10-20' },
];

it('keeps all where it ended at what was planned: then it is the day that is wrong', () => {
  const rejection = { rejectedOn: '2026-10-12', source: 'CANDIDATE' as const };
  expect(tookPlace({ stages: STAGES, rejection: { ...rejection, stage: 'FINAL_INTERVIEW' } })).toEqual(STAGES);
  expect(tookPlace({ stages: STAGES, rejection: { ...rejection, stage: 'PANEL_INTERVIEW' } })).toEqual(STAGES.slice(0, 2));
});

it('leaves out what was planned for a day after the rejection', () => {
  expect(tookPlace({ stages: STAGES })).toEqual(STAGES);
  expect(tookPlace({ stages: STAGES, rejection: { rejectedOn: '2026-10-12', source: 'CANDIDATE' } })).toEqual(STAGES.slice(0, 2));
});
