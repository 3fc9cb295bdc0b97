import { day } from '../parts/dates';
import { Chart, type TableOf } from './Chart';
import classes from './charts.module.css';
import { dots, RADIUS, type Moment, type Span } from './dots';
import { counted } from './numbers';

interface Props {
  moments: Moment[];
  /** The same for all that are to be compared. */
  span: Span;
  /** What was said: 'Communication'. */
  subject: string;
  table: TableOf;
}

/** When something was said, one dot each time. */
export function Moments({ moments, span, subject, table }: Props) {
  const days = [...new Set(moments.map((one) => one.at))].sort();
  const mixed = moments.some((one) => one.self) && moments.some((one) => !one.self);
  return (
    <Chart
      alternative={`When it was said: ${subject}, ${counted(moments.length, 'time')}, on ${days.map(day).join('; ')}.`}
      height={(width) => dots(moments, span, width).height}
      legend={
        mixed ? (
          <>
            <Key className={classes.other}>others</Key>
            <Key className={classes.self}>yourself</Key>
          </>
        ) : undefined
      }
      table={table}
    >
      {(width) => {
        const { axis, dots: placed } = dots(moments, span, width);
        return (
          <>
            <line className={classes.grid} x1={0} x2={width} y1={axis} y2={axis} />
            <text className={classes.tick} x={0} y={axis + 16}>
              {day(span[0])}
            </text>
            <text className={classes.tick} x={width} y={axis + 16} textAnchor="end">
              {day(span[1])}
            </text>
            {placed.map((dot, i) => (
              <circle key={i} className={dot.self ? classes.self : classes.other} cx={dot.x} cy={dot.y} r={dot.self ? RADIUS - 1 : RADIUS} />
            ))}
          </>
        );
      }}
    </Chart>
  );
}

function Key({ className, children }: { className: string | undefined; children: string }) {
  return (
    <span className={classes.key}>
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle r={RADIUS} className={className} />
      </svg>
      {children}
    </span>
  );
}
