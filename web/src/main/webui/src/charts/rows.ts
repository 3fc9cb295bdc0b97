import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** From this width on a row's words stand beside its marks; below it they stand above them. */
const WIDE = 560;

const LABELS = 236;
const NOTES = 104;
const EDGE = 10;
const AXIS = 26;

/** How far above the marks the grid begins where the words are above them too. */
const ABOVE = 10;

/** How charts are laid out that have one row for each thing they show. All lengths in pixels. */
export interface RowLayout {
  /** Whether the words stand beside the marks. */
  wide: boolean;
  width: number;
  height: number;
  /** Where the marks begin and end. */
  left: number;
  right: number;
  /** Where the axis is. */
  bottom: number;
  row: (index: number) => { top: number; label: number; detail: number; mark: number; grid: readonly [from: number, to: number] };
}

/**
 * Lays out rows in a width.
 *
 * @param detailed whether rows have a second line of words
 */
export function rowLayout(width: number, rows: number, detailed: boolean): RowLayout {
  const wide = width >= WIDE;
  const words = detailed ? 36 : 20;
  const height = wide ? words + 12 : words + 34;
  const bottom = rows * height;
  return {
    wide,
    width,
    height: bottom + AXIS,
    left: wide ? LABELS : EDGE,
    right: Math.max(wide ? width - NOTES : width - EDGE, (wide ? LABELS : EDGE) + 1),
    bottom,
    row: (index) => {
      const top = index * height;
      const middle = top + height / 2;
      if (wide) {
        return { top, label: detailed ? middle - 4 : middle + 4, detail: middle + 13, mark: middle, grid: [top, top + height] };
      }
      const mark = top + words + 14;
      return { top, label: top + 16, detail: top + 32, mark, grid: [mark - ABOVE, top + height] };
    },
  };
}

/** The scale from a value to its place in a row. */
export function across(layout: RowLayout, [from, to]: readonly [number, number]): ScaleLinear<number, number> {
  return scaleLinear().domain([from, to]).range([layout.left, layout.right]).clamp(true);
}
