import type { Insights } from '../api/reads';
import type { TableOf } from '../charts/Chart';
import { FEWEST, shareCells, type IntervalRow } from '../charts/intervals';
import { STAGES } from '../words/codes';

type FunnelStage = Insights['FunnelStage'];

/** The stages as rows of a chart of their pass rates. */
export function funnelRows(stages: readonly FunnelStage[]): IntervalRow[] {
  return stages.map(({ stage, reached, passed, rejected, passRate }) => ({
    label: STAGES[stage],
    detail: `${reached} reached, ${passed} went on, ${rejected} ended here`,
    note: passed + rejected < FEWEST ? 'not enough yet' : `${passed} of ${passed + rejected}`,
    share: passRate ?? undefined,
  }));
}

/** The figures behind it. */
export function funnelTable(stages: readonly FunnelStage[]): TableOf {
  return {
    caption: 'Applications by stage; the range holds the true share in 95 of 100 cases like this',
    columns: ['Stage', 'Reached', 'Went on', 'Ended here', 'Share that went on', 'Range', 'Decided (n)'],
    rows: stages.map(({ stage, reached, passed, rejected, passRate }) => [
      STAGES[stage], reached, passed, rejected, ...shareCells(passRate), passed + rejected,
    ]),
  };
}
