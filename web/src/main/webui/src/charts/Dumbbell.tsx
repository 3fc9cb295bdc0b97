import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import { Chart } from './Chart';
import classes from './charts.module.css';
import { dumbbells, pairsInWords, RATINGS, type Pair } from './dumbbells';
import { RowFrame } from './RowFrame';
import { across, rowLayout } from './rows';

const OWN = symbol(symbolCircle, 130)() ?? undefined;
const THEIRS = symbol(symbolDiamond, 100)() ?? undefined;

const TICKS = [1, 2, 3, 4, 5].map((at) => ({ at, text: String(at) }));

interface Props {
  pairs: Pair[];
  caption: string;
  /** The name of the column of the details, in the table. */
  detail: string;
}

/** Two ratings of the same thing, side by side. */
export function Dumbbell({ pairs, caption, detail }: Props) {
  const layoutAt = (width: number) => rowLayout(width, pairs.length, pairs.some((pair) => pair.detail !== undefined));
  return (
    <Chart
      alternative={pairsInWords(pairs)}
      height={(width) => layoutAt(width).height}
      legend={
        <>
          <Key path={OWN} className={classes.own}>
            You
          </Key>
          <Key path={THEIRS} className={classes.theirs}>
            They
          </Key>
        </>
      }
      table={{
        caption,
        columns: ['What', detail, 'You', 'They', 'Mean of'],
        rows: pairs.map((pair) => [pair.label, pair.detail ?? '', pair.own, pair.theirs, pair.note]),
      }}
    >
      {(width) => {
        const layout = layoutAt(width);
        return (
          <RowFrame layout={layout} rows={pairs} x={across(layout, RATINGS)} ticks={TICKS}>
            {dumbbells(pairs, layout).map(({ own, theirs, from, to, y }, i) => (
              <g key={i}>
                <line className={classes.stick} x1={from} x2={to} y1={y} y2={y} />
                <path className={classes.own} d={OWN} transform={`translate(${own} ${y})`} />
                <path className={classes.theirs} d={THEIRS} transform={`translate(${theirs} ${y})`} />
              </g>
            ))}
          </RowFrame>
        );
      }}
    </Chart>
  );
}

function Key({ path, className, children }: { path: string | undefined; className: string | undefined; children: string }) {
  return (
    <span className={classes.key}>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <path d={path} className={className} />
      </svg>
      {children}
    </span>
  );
}
