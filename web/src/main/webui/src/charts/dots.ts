import { scaleUtc } from 'd3-scale';

/** Something that was said on a day (2026-10-01). */
export interface Moment {
  at: string;
  /** Whether one said it oneself. */
  self: boolean;
}

export const RADIUS = 5;

const STEP = RADIUS * 2 + 1;
const EDGE = RADIUS + 2;
const AXIS = 22;
const DAY_MS = 86_400_000;

/** A span of one day would have no length. */
const SHORTEST_DAYS = 30;

/** The first and the last day of a time axis. */
export type Span = readonly [from: string, to: string];

/** From the earliest to the latest of some days, and not shorter than a month. */
export function spanOf(days: readonly string[]): Span {
  const sorted = [...days].sort();
  const from = Date.parse(sorted[0] ?? '1970-01-01');
  const to = Date.parse(sorted.at(-1) ?? '1970-01-01');
  const missing = Math.max(SHORTEST_DAYS - (to - from) / DAY_MS, 0) / 2;
  return [iso(from - missing * DAY_MS), iso(to + missing * DAY_MS)];
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export interface Dots {
  height: number;
  /** Where the axis is. */
  axis: number;
  dots: { x: number; y: number; self: boolean }[];
}

/** Places each moment on a time axis; what would cover another is put on top of it. */
export function dots(moments: readonly Moment[], span: Span, width: number): Dots {
  const x = scaleUtc()
    .domain([Date.parse(span[0]), Date.parse(span[1])])
    .range([EDGE, width - EDGE])
    .clamp(true);
  const lastAt: number[] = [];
  const placed = [...moments]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ at, self }) => {
      const here = x(Date.parse(at));
      const free = lastAt.findIndex((before) => here - before >= STEP);
      const level = free === -1 ? lastAt.length : free;
      lastAt[level] = here;
      return { x: here, level, self };
    });
  const axis = Math.max(lastAt.length, 1) * STEP + 2;
  return {
    height: axis + AXIS,
    axis,
    dots: placed.map((one) => ({ x: one.x, y: axis - 1 - RADIUS - one.level * STEP, self: one.self })),
  };
}
