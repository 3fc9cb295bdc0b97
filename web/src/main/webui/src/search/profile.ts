import type { Insights } from '../api/reads';
import { pay } from '../applications/salary';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';

export type Profile = Insights['SearchProfile'];
export type Field = keyof Profile;

/** What the fields of a profile are called, in the order in which they are shown. */
export const FIELDS: Record<Field, string> = {
  titles: 'Titles',
  preferredTerms: 'Words that speak for a job',
  excludedTerms: 'Words that rule a job out',
  locations: 'Places',
  excludedLocations: 'Places to leave out',
  distanceKm: 'Distance',
  workplaces: 'Workplace',
  employmentTypes: 'Employment',
  seniorities: 'Level',
  languages: 'Languages you work in',
  excludedLanguages: 'Languages to leave out',
  industries: 'Industries',
  excludedIndustries: 'Industries to leave out',
  salary: 'Pay',
  maxAgeDays: 'Age of a posting',
};

/** What the codes mean that stand in lists of a profile. */
const CODES: Partial<Record<Field, Record<string, string>>> = { workplaces: WORKPLACES, employmentTypes: EMPLOYMENTS, seniorities: SENIORITIES };

/** The name of a field; one that is not known keeps the name that the service has for it. */
export function fieldName(field: string): string {
  return FIELDS[field as Field] ?? field;
}

/** What a field says, each thing for itself; nothing where it says nothing. */
export function sayings(field: string, value: unknown): string[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    const words = CODES[field as Field];
    return value.map((one) => words?.[String(one)] ?? String(one));
  }
  switch (field) {
    case 'salary':
      return [pay(value as NonNullable<Profile['salary']>)];
    case 'distanceKm':
      return [`up to ${String(value)} km away`];
    case 'maxAgeDays':
      return [`at most ${String(value)} ${value === 1 ? 'day' : 'days'} old`];
    default:
      return [String(value)];
  }
}

/** All that a profile says, by field. */
export function said(profile: Profile): { field: Field; name: string; values: string[] }[] {
  return (Object.keys(FIELDS) as Field[])
    .map((field) => ({ field, name: FIELDS[field], values: sayings(field, profile[field]) }))
    .filter(({ values }) => values.length > 0);
}

type Change = Insights['ProfileDifference'];

/** The profile with these changes. */
export function changed(profile: Profile, changes: readonly Change[]): Profile {
  return { ...profile, ...Object.fromEntries(changes.map(({ field, after }) => [field, after ?? undefined])) };
}

/** One thing on one side of a change, and whether the other side has it as well. */
export interface Side {
  text: string;
  only: boolean;
}

/** Both sides of a change. */
export function sides({ field, before, after }: Change): { before: Side[]; after: Side[] } {
  const [was, is] = [sayings(field, before), sayings(field, after)];
  return {
    before: was.map((text) => ({ text, only: !is.includes(text) })),
    after: is.map((text) => ({ text, only: !was.includes(text) })),
  };
}
