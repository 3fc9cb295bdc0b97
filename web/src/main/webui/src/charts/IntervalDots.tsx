import { Chart, type TableOf } from './Chart';
import classes from './charts.module.css';
import { intervals, shareInWords, type IntervalRow } from './intervals';
import { RowFrame } from './RowFrame';
import { across, rowLayout } from './rows';

const TICKS = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${at * 100}%` }));

const CAP = 5;

interface Props {
  rows: IntervalRow[];
  /** What the shares are shares of. */
  subject: string;
  table: TableOf;
}

/** Shares as dots, each with the range that it may well lie in. */
export function IntervalDots({ rows, subject, table }: Props) {
  const layoutAt = (width: number) => rowLayout(width, rows.length, rows.some((row) => row.detail !== undefined));
  return (
    <Chart
      alternative={`${subject}. ${rows.map((row) => `${row.label}: ${shareInWords(row.share)}`).join('; ')}.`}
      height={(width) => layoutAt(width).height}
      legend={
        <span className={classes.key}>
          <svg width="42" height="14" viewBox="-21 -7 42 14" aria-hidden="true">
            <path className={classes.whisker} d={`M-18 -${CAP}V${CAP}M-18 0H18M18 -${CAP}V${CAP}`} />
            <circle className={classes.dot} r="5" />
          </svg>
          The dot is how it was so far, the line the range it may well lie in (95%). Few cases make a long line.
        </span>
      }
      table={table}
    >
      {(width) => {
        const layout = layoutAt(width);
        return (
          <RowFrame layout={layout} rows={rows} x={across(layout, [0, 1])} ticks={TICKS}>
            {intervals(rows, layout).map(({ row, low, value, high, y }) => (
              <g key={row}>
                <path className={classes.whisker} d={`M${low} ${y - CAP}V${y + CAP}M${low} ${y}H${high}M${high} ${y - CAP}V${y + CAP}`} />
                <circle className={classes.dot} cx={value} cy={y} r="5.5" />
              </g>
            ))}
          </RowFrame>
        );
      }}
    </Chart>
  );
}
