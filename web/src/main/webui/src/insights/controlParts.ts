import type { Insights } from '../api/reads';
import type { TableOf } from '../charts/Chart';
import { rangeInWords, shareCells, telling } from '../charts/intervals';
import { counted, percent } from '../charts/numbers';
import type { Look, LookingPart } from '../charts/StackedBar';
import { CONTROLS, type ControlCode } from '../words/codes';

const LOOKS: Record<ControlCode, Look> = { CONTROLLABLE: 'strong', LONG_TERM: 'soft', OUT_OF_CONTROL: 'pale', UNKNOWN: 'open' };

const ORDER = Object.keys(LOOKS) as ControlCode[];

type Shares = Pick<Insights['Perspective'], 'rejections' | 'byControl' | 'shares'>;

/** The rejections by how far their main cause was in one's hands. */
export function controlParts({ rejections, byControl, shares }: Shares): LookingPart[] {
  return ORDER.map((control) => {
    const value = byControl[control] ?? 0;
    const share = telling(shares[control]);
    const range = share === undefined ? '' : ` (${percent(share.value)}, range ${rangeInWords(share)})`;
    return { key: control, label: CONTROLS[control], value, look: LOOKS[control], words: `${value} of ${counted(rejections, 'rejection')}${range}` };
  });
}

/** The figures behind it. */
export function controlTable({ rejections, byControl, shares }: Shares): TableOf {
  return {
    caption: `Main causes of ${counted(rejections, 'rejection')}; the range holds the true share in 95 of 100 cases like this`,
    columns: ['Main cause', 'Rejections', 'Share', 'Range'],
    rows: ORDER.map((control) => [CONTROLS[control], byControl[control] ?? 0, ...shareCells(shares[control])]),
  };
}
