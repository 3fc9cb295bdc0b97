import { describe, expect, it } from 'vitest';
import { dumbbells, pairsInWords, type Pair } from './dumbbells';
import { rowLayout } from './rows';

const pair = (own: number, theirs: number, n = 1): Pair => ({ label: 'First call', note: '', own, theirs, n });

describe('dumbbells', () => {
  const layout = rowLayout(900, 2, false);

  it('stand at their ratings, with the stick from the lower to the higher', () => {
    const [low, high] = dumbbells([pair(1, 5), pair(4, 3)], layout);
    expect(low).toMatchObject({ own: layout.left, theirs: layout.right, from: layout.left, to: layout.right });
    expect(high!.from).toBe(high!.theirs);
    expect(high!.y).toBeGreaterThan(low!.y);
  });

  it('can be said in words', () => {
    expect(pairsInWords([pair(4, 2, 2)])).toBe('Your own ratings beside theirs, from 1 to 5. First call: you 4, they 2, from 2 applications.');
  });
});
