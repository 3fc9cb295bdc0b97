import { useId } from 'react';
import { Chart, type TableOf } from './Chart';
import classes from './charts.module.css';
import { stack, stackInWords, type Part } from './stacks';

/** How a part looks: from the darkest to the lightest, and hatched for what is not known. */
export type Look = 'strong' | 'soft' | 'pale' | 'open';

export interface LookingPart extends Part {
  look: Look;
  /** What stands beside its name: how many, and what share that is. */
  words: string;
}

const BAR = 28;
const HEIGHT = 50;

/** Under a part that is narrower than this there is no room for its number. */
const ROOM_FOR_NUMBER = 14;

interface Props {
  parts: LookingPart[];
  subject: string;
  /** What is counted: 'rejection'. */
  one: string;
  table: TableOf;
}

/** The parts of a whole in one bar, each named below with its figures. */
export function StackedBar({ parts, subject, one, table }: Props) {
  const hatch = useId();
  const fill = (look: Look) => (look === 'open' ? `url(#${hatch})` : undefined);
  return (
    <Chart
      alternative={stackInWords(subject, parts, one)}
      height={() => HEIGHT}
      table={table}
      below={
        <ul className={classes.parts}>
          {parts.map((part) => (
            <li key={part.key}>
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <rect className={classes[part.look]} x="1" y="1" width="14" height="14" rx="3" fill={fill(part.look)} />
              </svg>
              <span>
                {part.label}: {part.words}
              </span>
            </li>
          ))}
        </ul>
      }
    >
      {(width) => (
        <>
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
              <path className={classes.hatch} d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" />
            </pattern>
          </defs>
          {stack(parts, width).map(({ part, x, width: wide }) => (
            <g key={part.key}>
              <rect className={classes[part.look]} x={x} y={1} width={wide} height={BAR} rx={3} fill={fill(part.look)} />
              {wide >= ROOM_FOR_NUMBER && (
                <text className={classes.count} x={x + wide / 2} y={BAR + 17} textAnchor="middle">
                  {part.value}
                </text>
              )}
            </g>
          ))}
        </>
      )}
    </Chart>
  );
}
