import type { Insights } from '../api/reads';
import { plainCodes } from '../parts/plainCodes';
import { sayings } from './profile';
import { payIn } from './value';

type Refinement = Insights['Refinement'];

/** What a suggested change comes to, in a few words. */
export function refinementInWords({ kind, value }: Pick<Refinement, 'kind' | 'value'>): string {
  if (value === undefined) {
    return 'A change whose words are gone';
  }
  switch (kind) {
    case 'EXCLUDE_TERM':
      return `Leave out “${value}”`;
    case 'PREFER_TERM':
      return `Prefer “${value}”`;
    case 'LANGUAGE':
      return `Leave out jobs that ask for ${value}`;
    case 'LOCATION':
      return `Leave out jobs in ${value}`;
    case 'INDUSTRY':
      return `Leave out the industry ${value}`;
    case 'SENIORITY':
      return `Level: ${plainCodes(value)}`;
    case 'WORKPLACE':
      return `Workplace: ${plainCodes(value)}`;
    case 'EMPLOYMENT_TYPE':
      return `Employment: ${plainCodes(value)}`;
    case 'SALARY': {
      const pay = payIn(value);
      return `Pay: ${pay === undefined ? value : sayings('salary', pay).join()}`;
    }
  }
}
