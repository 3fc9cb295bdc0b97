import { expect, it } from 'vitest';
import { amount, pay } from './salary';

it.each([
  ['60000', 60000],
  ['60,000', 60000],
  ['60.000', 60000],
  ['1.250.000', 1250000],
  ['60 000', 60000],
  ["60'000.50", 60000.5],
  ['45,5', 45.5],
  ['0', 0],
])('reads %s', (text, expected) => {
  expect(amount(text)).toBe(expected);
});

it.each(['', 'sixty', '60k', '-5', '1.2345'])('reads nothing out of "%s"', (text) => {
  expect(amount(text)).toBeUndefined();
});

it('says a range, a floor and a ceiling', () => {
  expect(pay({ min: 50000, max: 60000, currency: 'EUR', period: 'YEAR' })).toBe('€50,000 to €60,000 a year');
  expect(pay({ min: 22.5, currency: 'GBP', period: 'HOUR' })).toBe('from £22.50 an hour');
  expect(pay({ max: 4000, currency: 'EUR', period: 'MONTH' })).toBe('up to €4,000 a month');
  expect(pay({ min: 4000, max: 4000, currency: 'EUR', period: 'MONTH' })).toBe('€4,000 a month');
});
