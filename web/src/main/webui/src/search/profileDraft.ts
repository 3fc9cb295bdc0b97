import type { Insights } from '../api/reads';
import { amount, type PeriodCode } from '../applications/salary';
import type { EmploymentCode, SeniorityCode, WorkplaceCode } from '../words/codes';
import type { Profile } from './profile';

/** The fields that are lists of words. */
export const WORD_LISTS = [
  'titles', 'preferredTerms', 'excludedTerms', 'locations', 'excludedLocations', 'languages', 'excludedLanguages', 'industries', 'excludedIndustries',
] as const;

export type WordList = (typeof WORD_LISTS)[number];

/** The bounds that the service has. */
export const MOST_WORDS = 50;
export const LONGEST_WORD = 200;
export const FARTHEST_KM = 1_000;
export const OLDEST_DAYS = 365;

/** A profile as it is being typed. */
export interface ProfileDraft extends Record<WordList, string[]> {
  workplaces: WorkplaceCode[];
  employmentTypes: EmploymentCode[];
  seniorities: SeniorityCode[];
  salaryMin: string;
  salaryMax: string;
  currency: string;
  period: PeriodCode;
  distanceKm: string | number;
  maxAgeDays: string | number;
}

/** A profile, to be typed over. */
export function draftOf(profile: Profile): ProfileDraft {
  const words = Object.fromEntries(WORD_LISTS.map((list) => [list, profile[list] ?? []])) as Record<WordList, string[]>;
  const { salary } = profile;
  return {
    ...words,
    workplaces: profile.workplaces ?? [],
    employmentTypes: profile.employmentTypes ?? [],
    seniorities: profile.seniorities ?? [],
    salaryMin: salary?.min?.toString() ?? '',
    salaryMax: salary?.max?.toString() ?? '',
    currency: salary?.currency ?? '',
    period: salary?.period ?? 'YEAR',
    distanceKm: profile.distanceKm ?? '',
    maxAgeDays: profile.maxAgeDays ?? '',
  };
}

/** A draft that was begun on one profile, taken over to what the profile is by now: only what was typed stays. */
export function rebased(draft: ProfileDraft, base: Profile, now: Profile): ProfileDraft {
  const [before, current] = [draftOf(base), draftOf(now)];
  const fields = Object.keys(draft) as (keyof ProfileDraft)[];
  const typed = fields.filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(before[field]));
  return { ...current, ...Object.fromEntries(typed.map((field) => [field, draft[field]])) };
}

/** The profile as the service takes it, as a whole; what was left empty is not said. */
export function profileOf(draft: ProfileDraft): Insights['ProfileRequest'] {
  const { salaryMin, salaryMax, currency, period, distanceKm, maxAgeDays, workplaces, employmentTypes, seniorities } = draft;
  const words = Object.fromEntries(WORD_LISTS.map((list) => [list, draft[list]])) as Record<WordList, string[]>;
  const [min, max] = [amount(salaryMin), amount(salaryMax)];
  return {
    ...words,
    workplaces,
    employmentTypes,
    seniorities,
    ...((min !== undefined || max !== undefined) && {
      salary: { ...(min !== undefined && { min }), ...(max !== undefined && { max }), currency: currency.trim().toUpperCase(), period },
    }),
    ...(distanceKm !== '' && { distanceKm: Number(distanceKm) }),
    ...(maxAgeDays !== '' && { maxAgeDays: Number(maxAgeDays) }),
  };
}

/** Lists that must not share a word: the profile would look for what it rules out. */
const OPPOSITES: [WordList, WordList][] = [
  ['preferredTerms', 'excludedTerms'],
  ['titles', 'excludedTerms'],
  ['locations', 'excludedLocations'],
  ['languages', 'excludedLanguages'],
  ['industries', 'excludedIndustries'],
];

/** What the service would refuse, said before it is asked. */
export function wrong(draft: ProfileDraft): Record<string, string> {
  const found: Record<string, string> = {};
  for (const list of WORD_LISTS) {
    const long = draft[list].find((word) => word.length > LONGEST_WORD);
    if (draft[list].length > MOST_WORDS) {
      found[list] = `There are ${draft[list].length}, and ${MOST_WORDS} fit.`;
    } else if (long !== undefined) {
      found[list] = `'${long.slice(0, 30)} …' is too long: ${LONGEST_WORD} characters fit.`;
    }
  }
  for (const [wanted, unwanted] of OPPOSITES) {
    const both = draft[unwanted].find((word) => draft[wanted].some((other) => other.toLowerCase() === word.toLowerCase()));
    if (both !== undefined) {
      found[unwanted] = `'${both}' is also what you look for. Take it out on one side.`;
    }
  }
  return {
    ...found,
    ...aboutPay(draft),
    ...aboutNumber('distanceKm', draft.distanceKm, FARTHEST_KM),
    ...aboutNumber('maxAgeDays', draft.maxAgeDays, OLDEST_DAYS),
  };
}

function aboutPay({ salaryMin, salaryMax, currency }: ProfileDraft): Record<string, string> {
  const [min, max] = [amount(salaryMin), amount(salaryMax)];
  return {
    ...(salaryMin.trim() !== '' && min === undefined && { 'salary.min': 'Write a number, such as 52000.' }),
    ...(salaryMax.trim() !== '' && max === undefined && { 'salary.max': 'Write a number, such as 60000.' }),
    ...(min !== undefined && max !== undefined && max < min && { 'salary.max': 'This is less than the lower amount.' }),
    ...((min !== undefined || max !== undefined) && !/^[A-Za-z]{3}$/.test(currency.trim()) && { 'salary.currency': 'Three letters, such as EUR.' }),
  };
}

function aboutNumber(field: string, value: string | number, most: number): Record<string, string> {
  const number = Number(value);
  return value === '' || (Number.isInteger(number) && number >= 1 && number <= most)
    ? {}
    : { [field]: `Write a whole number from 1 to ${most}, or leave it empty.` };
}
