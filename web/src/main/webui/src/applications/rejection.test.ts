import { expect, it } from 'vitest';
import { LONGEST_MESSAGE, rejectionOf, wrongRejection } from './rejection';

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
  expect(wrongRejection(draft)).toEqual({});
  expect(Object.keys(wrongRejection({ ...draft, rejectedOn: '', message: 'a'.repeat(LONGEST_MESSAGE + 1) }))).toEqual(['rejectedOn', 'message']);
});
