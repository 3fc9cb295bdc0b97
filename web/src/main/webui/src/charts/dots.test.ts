import { describe, expect, it } from 'vitest';
import { dots, spanOf } from './dots';

const said = (at: string, self = false) => ({ at, self });

describe('moments', () => {
  it('stand in the order of time, from edge to edge', () => {
    const { dots: placed } = dots([said('2026-06-01'), said('2026-01-01')], ['2026-01-01', '2026-06-01'], 300);
    expect(placed.map((dot) => Math.round(dot.x))).toEqual([7, 293]);
    expect(placed[0]!.y).toBe(placed[1]!.y);
  });

  it('stand on top of each other where they would cover each other', () => {
    const { dots: placed, height } = dots([said('2026-03-01'), said('2026-03-01', true), said('2026-03-02')], ['2026-01-01', '2026-12-31'], 300);
    expect(new Set(placed.map((dot) => dot.y)).size).toBe(3);
    expect(placed.every((dot) => dot.y > 0)).toBe(true);
    expect(height).toBeGreaterThan(dots([said('2026-03-01')], ['2026-01-01', '2026-12-31'], 300).height);
  });

  it('have a span of at least a month around them', () => {
    expect(spanOf(['2026-03-16'])).toEqual(['2026-03-01', '2026-03-31']);
    expect(spanOf(['2026-06-01', '2026-01-01', '2026-02-01'])).toEqual(['2026-01-01', '2026-06-01']);
  });
});
