// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { addressOf, applicationPages, LONGEST_SEARCH, wanted } from './pages';

it('reads the address, and leaves out a status that there is not', () => {
  expect(wanted(new URLSearchParams('status=REJECTED&q= nurse '))).toEqual({ status: 'REJECTED', q: 'nurse' });
  expect(wanted(new URLSearchParams('status=LOST'))).toEqual({ q: '' });
  expect(wanted(new URLSearchParams({ q: 'a'.repeat(500) })).q).toHaveLength(LONGEST_SEARCH);
});

it('writes into the address only what narrows the list', () => {
  expect(addressOf({ q: '' }).toString()).toBe('');
  expect(addressOf({ status: 'ACTIVE', q: 'a & b' }).toString()).toBe('status=ACTIVE&q=a+%26+b');
});

it('keeps lists that differ under different keys', () => {
  expect(applicationPages({ q: '' }).queryKey).not.toEqual(applicationPages({ q: '', status: 'ACTIVE' }).queryKey);
});
