import { expect, it } from 'vitest';
import { howMany, howManyGoals } from './held';

it('counts what is held, and does not make up the end of a list', () => {
  expect(howMany({ items: [1, 2, 3], next: null })).toBe('3');
  expect(howMany({ items: [] })).toBe('0');
  expect(howMany({ items: [1, 2], next: 'more' })).toBe('more than 2');
});

it('does not count what is only proposed', () => {
  expect(howManyGoals([{ status: 'ADOPTED' }, { status: 'PROPOSED' }, { status: 'ABANDONED' }])).toBe('2');
});
