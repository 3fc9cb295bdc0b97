import { expect, it } from 'vitest';
import { byRating, contradicts, moved } from './order';

it('moves one up, down, and not out of the list', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

it('orders by rating and leaves alone what is rated alike', () => {
  const stages = [{ kind: 'x' }, { kind: 'a', rating: 3 }, { kind: 'b', rating: 5 }, { kind: 'c', rating: 3 }];
  expect(byRating(stages).map(({ kind }) => kind)).toEqual(['b', 'a', 'c', 'x']);
});

it('sees a better rating further down', () => {
  expect(contradicts([{ rating: 5 }, {}, { rating: 4 }, { rating: 4 }])).toBe(false);
  expect(contradicts([{ rating: 3 }, {}, { rating: 4 }])).toBe(true);
  expect(contradicts([])).toBe(false);
});
