import { describe, expect, it } from 'vitest';
import { askErrors, askOf, emptyAsk, emptyGiven, givenErrors, givenOf, ratable } from './drafts';

describe('a question to a recruiter', () => {
  it('needs an application and an address', () => {
    expect(Object.keys(askErrors(emptyAsk('')))).toEqual(['applicationId', 'recruiter.email']);
    expect(askErrors({ ...emptyAsk('a-1'), email: ' pat@lakeside.example ' })).toEqual({});
  });

  it('is sent without what was left open', () => {
    expect(askOf({ ...emptyAsk('a-1'), email: ' pat@lakeside.example ', message: '  ' })).toEqual({
      applicationId: 'a-1', recruiter: { email: 'pat@lakeside.example' },
    });
  });
});

describe('feedback that was given elsewhere', () => {
  const draft = { ...emptyGiven('2026-10-01'), comments: 'Explains well. ' };

  it('needs words, and a day that has come', () => {
    expect(givenErrors(draft, '2026-10-01')).toEqual({});
    expect(Object.keys(givenErrors({ ...draft, comments: ' ', receivedOn: '2026-10-02' }, '2026-10-01'))).toEqual(['receivedOn', 'comments']);
  });

  it('is sent with the ratings that were made', () => {
    const rated = { ...draft, ratings: [{ theme: 'COMMUNICATION', rating: 4 } as const, { theme: 'LEADERSHIP' } as const] };
    expect(givenOf(rated)).toEqual({
      source: 'APPRAISAL', receivedOn: '2026-10-01', comments: 'Explains well.', ratings: [{ theme: 'COMMUNICATION', rating: 4 }],
    });
    expect(givenOf(draft)).not.toHaveProperty('ratings');
  });

  it('can rate a theme once, and nothing that is nobody’s doing', () => {
    expect(ratable(draft)).toContain('COMMUNICATION');
    expect(ratable({ ...draft, ratings: [{ theme: 'COMMUNICATION' }] })).not.toContain('COMMUNICATION');
    expect(ratable(draft)).not.toContain('POSITION_CLOSED');
  });
});
