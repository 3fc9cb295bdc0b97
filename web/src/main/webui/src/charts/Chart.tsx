import type { ReactNode } from 'react';
import classes from './charts.module.css';
import { useWidth } from './useWidth';

/** The figures behind a chart; the first column names the row. */
export interface TableOf {
  caption: string;
  columns: string[];
  rows: (string | number)[][];
}

interface Props {
  /** What the picture shows, for whoever does not see it. */
  alternative: string;
  /** What the marks mean, above the picture. */
  legend?: ReactNode;
  /** What belongs right under the picture. */
  below?: ReactNode;
  table: TableOf;
  /** How high the picture is at a width, in pixels. */
  height: (width: number) => number;
  /** The picture, for a width in pixels. */
  children: (width: number) => ReactNode;
}

/** A picture with its text alternative, and the figures behind it. */
export function Chart({ alternative, legend, below, table, height, children }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <figure className={classes.chart}>
      {legend !== undefined && <div className={classes.legend}>{legend}</div>}
      <div ref={ref}>
        {width > 0 && (
          <svg
            role="img"
            aria-label={alternative}
            width={width}
            height={height(width)}
            viewBox={`0 0 ${width} ${height(width)}`}
            className={classes.picture}
          >
            {children(width)}
          </svg>
        )}
      </div>
      {below}
      <details className={classes.behind}>
        <summary>Show as table</summary>
        <Figures table={table} />
      </details>
    </figure>
  );
}

function Figures({ table }: { table: TableOf }) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={table.caption}>
      <table className={classes.table}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
