import { describe, expect, it } from 'vitest';
import { stack, stackInWords } from './stacks';

const part = (key: string, value: number) => ({ key, label: key, value });

describe('a stacked bar', () => {
  it('fills its width, and leaves out parts of nothing', () => {
    const places = stack([part('a', 3), part('none', 0), part('b', 1)], 302);
    expect(places.map((place) => place.part.key)).toEqual(['a', 'b']);
    expect(places[0]).toMatchObject({ x: 0, width: 225 });
    expect(places[1]!.x + places[1]!.width).toBeCloseTo(302);
  });

  it('shows one of very many', () => {
    const [most, one] = stack([part('a', 999), part('b', 1)], 300);
    expect(one!.width).toBeGreaterThan(3);
    expect(most!.width + one!.width).toBeCloseTo(298);
  });

  it('is nothing where there is nothing', () => {
    expect(stack([part('a', 0)], 300)).toEqual([]);
  });

  it('can be said in words', () => {
    const words = stackInWords('Where it lay', [part('with you', 1), part('not known', 0)], 'rejection');
    expect(words).toBe('Where it lay, of 1 rejection. with you: 1; not known: 0.');
  });
});
