import { expect, it } from 'vitest';
import { answerOf, emptyDraft, isFilled, OFFERED, RATABLE, withRating } from './answer';

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

it('sends the themes that were rated', () => {
  expect(answerOf({ ...emptyDraft, comments: 'Good talk.', ratings: { COMMUNICATION: 4 } })).toEqual({
    comments: 'Good talk.',
    ratings: [{ theme: 'COMMUNICATION', rating: 4 }],
  });
});

it('rates nobody on what is not of them', () => {
  expect(RATABLE).not.toContain('POSITION_CLOSED');
  expect(RATABLE).not.toContain('CULTURE_FIT');
  expect(RATABLE).toContain('COMMUNICATION');
});

it('takes a rating back', () => {
  const one = withRating({ COMPOSURE: 2 }, 'COMPOSURE', 3);
  expect(one).toEqual({ COMPOSURE: 3 });
  expect(withRating(one, 'COMPOSURE', undefined)).toEqual({});
});

it('is begun with the first word or choice', () => {
  expect(isFilled({ ...emptyDraft, comments: ' ' })).toBe(false);
  expect(isFilled({ ...emptyDraft, comments: 'Good' })).toBe(true);
  expect(isFilled({ ...emptyDraft, ratings: { COMPOSURE: 2 } })).toBe(true);
});
