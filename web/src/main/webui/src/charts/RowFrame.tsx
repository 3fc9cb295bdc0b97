import type { ScaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import classes from './charts.module.css';
import type { RowLayout } from './rows';

/** The words of a row. */
export interface RowWords {
  label: string;
  /** A second line, smaller. */
  detail?: string;
  /** What the row is counted on. */
  note: string;
}

interface Props {
  layout: RowLayout;
  rows: readonly RowWords[];
  x: ScaleLinear<number, number>;
  ticks: readonly { at: number; text: string }[];
  children: ReactNode;
}

/** The words, the grid and the axis of a chart that has rows; the marks come on top. */
export function RowFrame({ layout, rows, x, ticks, children }: Props) {
  return (
    <>
      {ticks.map(({ at, text }, i) => (
        <g key={at}>
          {rows.map((_, row) => (
            <line key={row} className={classes.grid} x1={x(at)} x2={x(at)} y1={layout.row(row).grid[0]} y2={layout.row(row).grid[1]} />
          ))}
          <text className={classes.tick} x={x(at)} y={layout.bottom + 17} textAnchor={layout.wide ? 'middle' : anchor(i, ticks.length)}>
            {text}
          </text>
        </g>
      ))}
      {rows.map(({ label, detail, note }, i) => {
        const at = layout.row(i);
        return (
          <g key={i}>
            {i > 0 && <line className={classes.grid} x1={0} x2={layout.width} y1={at.top} y2={at.top} />}
            <text className={classes.label} x={0} y={at.label}>
              {label}
            </text>
            {detail !== undefined && (
              <text className={classes.detail} x={0} y={at.detail}>
                {detail}
              </text>
            )}
            <text className={classes.note} x={layout.width} y={layout.wide ? at.mark + 4 : at.label} textAnchor="end">
              {note}
            </text>
          </g>
        );
      })}
      {children}
    </>
  );
}

/** The first and the last tick stay within a picture that has nothing beside its marks. */
function anchor(index: number, n: number): 'start' | 'middle' | 'end' {
  if (index === 0) {
    return 'start';
  }
  return index === n - 1 ? 'end' : 'middle';
}
