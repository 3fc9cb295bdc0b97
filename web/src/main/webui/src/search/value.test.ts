import { describe, expect, it } from 'vitest';
import { refinementInWords } from './refinementWords';
import { codeChoices, payIn, valueDraft, valueOf, wrongValue } from './value';

describe('a suggested change in words', () => {
  it('says what it does', () => {
    expect(refinementInWords({ kind: 'EXCLUDE_TERM', value: 'on-call' })).toBe('Leave out “on-call”');
    expect(refinementInWords({ kind: 'SENIORITY', value: 'at most MID' })).toBe('Level: at most mid-level');
    expect(refinementInWords({ kind: 'SALARY', value: '60000 EUR YEAR' })).toBe('Pay: from €60,000 a year');
    expect(refinementInWords({ kind: 'SALARY' })).toBe('A change whose words are gone');
  });
});

describe('another value', () => {
  const level = { kind: 'SENIORITY' as const, value: 'at most MID', changes: [{ field: 'seniorities', before: ['MID', 'SENIOR'], after: ['MID'] }] };

  it('begins with what was suggested', () => {
    expect(valueDraft(level).codes).toEqual(['MID']);
    expect(valueDraft({ kind: 'SALARY', value: '60000 EUR YEAR', changes: [] }).pay).toMatchObject({ salaryMin: '60000', currency: 'EUR', period: 'YEAR' });
  });

  it('is chosen among what is looked for so far', () => {
    expect(codeChoices(level)?.map(({ value }) => value)).toEqual(['MID', 'SENIOR']);
    expect(codeChoices({ kind: 'WORKPLACE', changes: [{ field: 'workplaces', before: [], after: ['REMOTE'] }] })).toHaveLength(3);
    expect(codeChoices({ kind: 'LANGUAGE', changes: [] })).toBeUndefined();
  });

  it('is sent in the form that the service reads', () => {
    const draft = valueDraft(level);
    expect(valueOf('SENIORITY', { ...draft, codes: ['MID', 'SENIOR'] })).toBe('MID, SENIOR');
    expect(valueOf('SALARY', { ...draft, pay: { salaryMin: '55,000', salaryMax: '', currency: 'eur', period: 'YEAR' } })).toBe('55000 EUR YEAR');
    expect(valueOf('EXCLUDE_TERM', { ...draft, text: ' night shift ' })).toBe('night shift');
  });

  it('says something', () => {
    const draft = valueDraft(level);
    expect(wrongValue('SENIORITY', { ...draft, codes: [] })).toHaveProperty('value');
    expect(wrongValue('SALARY', draft)).toHaveProperty('salary.min');
    expect(wrongValue('LANGUAGE', { ...draft, text: 'Dutch' })).toEqual({});
  });
});

it('reads pay only in its form', () => {
  expect(payIn('12.50 EUR PER HOUR')).toEqual({ min: 12.5, currency: 'EUR', period: 'HOUR' });
  expect(payIn('about 60000')).toBeUndefined();
});
