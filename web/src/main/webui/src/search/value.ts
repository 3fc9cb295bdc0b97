import type { Insights } from '../api/reads';
import { amount, type PeriodCode } from '../applications/salary';
import type { PayDraft } from '../parts/PayFields';
import { choices, EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';

type Refinement = Insights['Refinement'];
type KindCode = Refinement['kind'];

/** The longest value that the service takes. */
export const LONGEST_VALUE = 200;

/** The codes that a change of this kind chooses among. */
const CODES: Partial<Record<KindCode, Record<string, string>>> = { SENIORITY: SENIORITIES, WORKPLACE: WORKPLACES, EMPLOYMENT_TYPE: EMPLOYMENTS };

const PAY = /^(\d+(?:\.\d{1,2})?) ([A-Z]{3})(?: PER)? (HOUR|DAY|MONTH|YEAR)$/i;

/** The least pay that a value says, such as '60000 EUR YEAR'. */
export function payIn(value: string): { min: number; currency: string; period: PeriodCode } | undefined {
  const [, min, currency, period] = PAY.exec(value.trim()) ?? [];
  return min === undefined || currency === undefined || period === undefined
    ? undefined
    : { min: Number(min), currency: currency.toUpperCase(), period: period.toUpperCase() as PeriodCode };
}

/** Another value for a suggested change, as it is being typed: by its kind a text, some codes, or pay. */
export interface ValueDraft {
  text: string;
  codes: string[];
  pay: PayDraft;
}

/** The value that was suggested, to be typed over. */
export function valueDraft({ kind, value, changes }: Pick<Refinement, 'kind' | 'value' | 'changes'>): ValueDraft {
  const pay = kind === 'SALARY' ? payIn(value ?? '') : undefined;
  const [after] = changes.map((change) => change.after);
  return {
    text: value ?? '',
    codes: kind in CODES && Array.isArray(after) ? after.map(String) : [],
    pay: { salaryMin: pay?.min.toString() ?? '', salaryMax: '', currency: pay?.currency ?? '', period: pay?.period ?? 'YEAR' },
  };
}

/** What can be chosen, where the kind chooses among codes: a change narrows down what is looked for, it never widens it. */
export function codeChoices({ kind, changes }: Pick<Refinement, 'kind' | 'changes'>): { value: string; label: string }[] | undefined {
  const words = CODES[kind];
  const [before] = changes.map((change) => change.before);
  return words && choices(words).filter(({ value }) => !Array.isArray(before) || before.length === 0 || before.includes(value));
}

/** What is wrong with it, by the names that its fields have. */
export function wrongValue(kind: KindCode, { text, codes, pay }: ValueDraft): Record<string, string> {
  if (kind in CODES) {
    return codes.length === 0 ? { value: 'Choose at least one.' } : {};
  }
  if (kind === 'SALARY') {
    return {
      ...(amount(pay.salaryMin) === undefined && { 'salary.min': 'Write a number, such as 52000.' }),
      ...(!/^[A-Za-z]{3}$/.test(pay.currency.trim()) && { 'salary.currency': 'Three letters, such as EUR.' }),
    };
  }
  return text.trim() === '' ? { value: 'Write a word or a few.' } : {};
}

/** The value as the service takes it. */
export function valueOf(kind: KindCode, { text, codes, pay }: ValueDraft): string {
  if (kind in CODES) {
    return codes.join(', ');
  }
  return kind === 'SALARY' ? `${amount(pay.salaryMin)} ${pay.currency.trim().toUpperCase()} ${pay.period}` : text.trim();
}
