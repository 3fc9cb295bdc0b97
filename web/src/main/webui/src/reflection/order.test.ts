import { expect, it } from 'vitest';
import { byRating, contradicts, dropped, moved } from './order';

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

it('drops where it is nearest to, though the library has not said yet what it is over', () => {
  const ids = ['a', 'b', 'c'];
  const active = { id: 'c' };
  expect(dropped({ active, over: null, collisions: [{ id: 'a' }, { id: 'b' }] }, ids)).toEqual({ from: 2, to: 0 });
  expect(dropped({ active, over: { id: 'b' }, collisions: [{ id: 'a' }] }, ids)).toEqual({ from: 2, to: 0 });
  expect(dropped({ active, over: { id: 'b' }, collisions: null }, ids)).toEqual({ from: 2, to: 1 });
});

it('leaves alone what is dropped where it was, or nowhere', () => {
  expect(dropped({ active: { id: 'b' }, over: null, collisions: [] }, ['a', 'b'])).toBeUndefined();
  expect(dropped({ active: { id: 'b' }, over: { id: 'b' }, collisions: [{ id: 'b' }] }, ['a', 'b'])).toBeUndefined();
});
