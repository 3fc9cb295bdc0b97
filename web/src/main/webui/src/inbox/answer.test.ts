import { expect, it } from 'vitest';
import { answerOf, emptyDraft, OFFERED } from './answer';

it('sends the words alone where nothing else was given', () => {
  expect(answerOf({ ...emptyDraft, comments: 'The case stopped before the costs.' })).toEqual({ comments: 'The case stopped before the costs.' });
});

it('sends the stages that were rated and what decided it', () => {
  expect(answerOf({ comments: 'Good talk.', stages: { PANEL_INTERVIEW: 4 }, decisive: ['SENIORITY'] })).toEqual({
    comments: 'Good talk.',
    stages: [{ kind: 'PANEL_INTERVIEW', rating: 4 }],
    decisive: ['SENIORITY'],
  });
});

it('offers no reason that nobody could learn from', () => {
  expect(OFFERED).not.toContain('CULTURE_FIT');
  expect(OFFERED).not.toContain('UNSPECIFIED');
  expect(OFFERED).toContain('POSITION_CLOSED');
});
