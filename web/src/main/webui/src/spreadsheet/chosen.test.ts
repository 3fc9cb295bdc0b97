import { expect, it } from 'vitest';
import { MOST_BYTES, wrongWith } from './chosen';

it('is not sent where it cannot be taken', () => {
  expect(wrongWith({ name: 'jobs.csv', size: 10 })).toBeUndefined();
  expect(wrongWith({ name: 'jobs', size: MOST_BYTES })).toBeUndefined();
  expect(wrongWith({ name: 'jobs.XLSX', size: 10 })).toContain('not a CSV file');
  expect(wrongWith({ name: 'jobs.csv', size: 0 })).toContain('is empty');
  expect(wrongWith({ name: 'jobs.csv', size: 2.5 * MOST_BYTES })).toContain('2.5 MB');
});
