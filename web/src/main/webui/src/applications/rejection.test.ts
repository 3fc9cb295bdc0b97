import { expect, it } from 'vitest';
import { LONGEST_MESSAGE, rejectionOf, wrongRejection } from './rejection';

const APPLIED = '2026-09-01';
const TODAY = '2026-10-20';
const draft = { stage: '' as const, rejectedOn: '2026-10-01', message: '  ', reason: '' };

it('sends only what was said', () => {
  expect(rejectionOf(draft)).toEqual({ rejectedOn: '2026-10-01' });
  expect(rejectionOf({ ...draft, stage: 'ASSESSMENT', message: ' We went with another candidate.\n' })).toEqual({
    stage: 'ASSESSMENT',
    rejectedOn: '2026-10-01',
    message: 'We went with another candidate.',
  });
});

it('needs a day, and a message that fits', () => {
  expect(wrongRejection(draft, APPLIED, TODAY)).toEqual({});
  expect(Object.keys(wrongRejection({ ...draft, rejectedOn: '', message: 'a'.repeat(LONGEST_MESSAGE + 1) }, APPLIED, TODAY))).toEqual(['rejectedOn', 'message']);
});

it('says what to do where it comes before the application', () => {
  expect(wrongRejection(draft, '2026-10-12', TODAY)).toEqual({
    rejectedOn:
      '1 Oct 2026 is before the day you applied (12 Oct 2026). If that day is wrong, correct it first: choose “Correct the record” on the application\'s page.',
  });
});
