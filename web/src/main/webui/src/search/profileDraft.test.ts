import { describe, expect, it } from 'vitest';
import { draftOf, profileOf, rebased, wrong } from './profileDraft';

const profile = {
  titles: ['Ward nurse'],
  excludedTerms: ['on-call'],
  seniorities: ['MID' as const],
  salary: { min: 52000, currency: 'EUR', period: 'YEAR' as const },
  distanceKm: 30,
};

describe('a profile as it is typed', () => {
  it('comes back as it was', () => {
    const sent = profileOf(draftOf(profile));
    expect(sent).toMatchObject(profile);
    expect(sent.locations).toEqual([]);
    expect(sent).not.toHaveProperty('maxAgeDays');
  });

  it('does not look for what it rules out', () => {
    expect(wrong(draftOf(profile))).toEqual({});
    expect(wrong({ ...draftOf(profile), preferredTerms: ['On-Call'] })).toHaveProperty('excludedTerms');
  });

  it('has pay in some currency, and numbers in their bounds', () => {
    const draft = { ...draftOf(profile), currency: '', salaryMax: '50000', distanceKm: 0, maxAgeDays: 366 };
    expect(Object.keys(wrong(draft))).toEqual(['salary.max', 'salary.currency', 'distanceKm', 'maxAgeDays']);
  });

  it('keeps what was typed when the profile changes meanwhile, and nothing else', () => {
    const draft = { ...draftOf(profile), titles: ['Charge nurse'] };
    const now = rebased(draft, profile, { ...profile, excludedTerms: ['on-call', 'travel'] });
    expect(now.titles).toEqual(['Charge nurse']);
    expect(now.excludedTerms).toEqual(['on-call', 'travel']);
  });
});
