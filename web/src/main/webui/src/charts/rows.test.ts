import { describe, expect, it } from 'vitest';
import { across, rowLayout } from './rows';

describe('rows', () => {
  it('have their words beside the marks where there is room', () => {
    const layout = rowLayout(900, 3, true);
    expect(layout.wide).toBe(true);
    expect(layout.left).toBeGreaterThan(200);
    expect(layout.row(1).mark - layout.row(0).mark).toBe(layout.bottom / 3);
  });

  it('have their words above the marks on a phone, and never over them', () => {
    const layout = rowLayout(326, 3, true);
    expect(layout.wide).toBe(false);
    expect(layout.left).toBeLessThan(20);
    const { label, detail, mark, grid } = layout.row(2);
    expect(label).toBeLessThan(detail);
    expect(detail).toBeLessThan(grid[0]);
    expect(grid[0]).toBeLessThan(mark);
    expect(mark).toBeLessThan(layout.bottom);
  });

  it('keep what lies outside the scale at its edge', () => {
    const layout = rowLayout(326, 1, false);
    const x = across(layout, [0, 1]);
    expect(x(0)).toBe(layout.left);
    expect(x(1.2)).toBe(layout.right);
  });
});
