import type { Applications } from '../api/reads';

export type PeriodCode = Applications['SalaryPeriod'];

export const PERIODS: Record<PeriodCode, string> = { YEAR: 'a year', MONTH: 'a month', DAY: 'a day', HOUR: 'an hour' };

const AMOUNT = /^\d+(?:\.\d{1,2})?$/;

/**
 * An amount as people write it: 60000, 60,000, 60.000, 60 000, 45.50. A comma or point with three digits behind it parts
 * thousands, one with one or two digits behind it parts the cents.
 *
 * @returns undefined where it is no amount
 */
export function amount(text: string): number | undefined {
  const plain = text
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace(/[.,](?=\d{3}(?!\d))/g, '')
    .replace(',', '.');
  return AMOUNT.test(plain) ? Number(plain) : undefined;
}

/** What it pays, for people. */
export function pay({ min, max, currency, period }: Applications['Salary']): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' });
  const sum =
    min !== undefined && max !== undefined && min !== max
      ? `${format.format(min)} to ${format.format(max)}`
      : min !== undefined
        ? `${max === undefined ? 'from ' : ''}${format.format(min)}`
        : `up to ${format.format(max ?? 0)}`;
  return `${sum} ${PERIODS[period]}`;
}
