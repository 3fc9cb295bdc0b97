import type { ReactNode } from 'react';
import classes from './Fold.module.css';

interface Props {
  summary: ReactNode;
  /** How many there are inside, or another short remark. */
  count?: ReactNode;
  children: ReactNode;
}

/** Something that opens for whoever wants to see it. */
export function Fold({ summary, count, children }: Props) {
  return (
    <details>
      <summary className={classes.summary}>
        {summary} {count !== undefined && <span className={classes.count}>({count})</span>}
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
