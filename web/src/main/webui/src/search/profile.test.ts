import { describe, expect, it } from 'vitest';
import { changed, said, sayings, sides } from './profile';

describe('a profile in words', () => {
  it('says only what is said, in a fixed order', () => {
    const names = said({ titles: ['Ward nurse'], maxAgeDays: 14, seniorities: ['MID'], locations: [] }).map(({ name, values }) => [name, values]);
    expect(names).toEqual([
      ['Titles', ['Ward nurse']],
      ['Level', ['Mid-level']],
      ['Age of a posting', ['at most 14 days old']],
    ]);
  });

  it('has words for pay and distance', () => {
    expect(sayings('salary', { min: 52000, currency: 'EUR', period: 'YEAR' })).toEqual(['from €52,000 a year']);
    expect(sayings('distanceKm', 30)).toEqual(['up to 30 km away']);
    expect(sayings('salary', null)).toEqual([]);
  });
});

describe('a change', () => {
  it('shows what goes and what comes', () => {
    const { before, after } = sides({ field: 'workplaces', before: ['ONSITE', 'HYBRID'], after: ['HYBRID'] });
    expect(before).toEqual([
      { text: 'On site', only: true },
      { text: 'Hybrid', only: false },
    ]);
    expect(after).toEqual([{ text: 'Hybrid', only: false }]);
  });

  it('can be made by hand', () => {
    const profile = changed({ titles: ['Ward nurse'], distanceKm: 30 }, [
      { field: 'excludedTerms', before: [], after: ['on-call'] },
      { field: 'distanceKm', before: 30, after: undefined },
    ]);
    expect(profile.excludedTerms).toEqual(['on-call']);
    expect(profile.distanceKm).toBeUndefined();
    expect(profile.titles).toEqual(['Ward nurse']);
  });
});
