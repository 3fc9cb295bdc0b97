import type { Insights } from '../api/reads';
import { STAGES, type StageCode } from '../words/codes';

type Weakness = Insights['Weakness'];
type Check = Insights['Check'];

/** How many contexts there must be to speak of a pattern. */
const FEWEST = 2;

/** Stages in a row, as part of a sentence: 'first call, assessment'. */
export function stagesInWords(stages: readonly StageCode[]): string {
  return stages.map((stage) => STAGES[stage].charAt(0).toLowerCase() + STAGES[stage].slice(1)).join(', ');
}

/**
 * How often something was said.
 *
 * @param of in how many contexts anything was said
 */
export function saidInWords({ status, contexts }: Pick<Weakness, 'status' | 'contexts'>, of: number): string {
  if (contexts < FEWEST) {
    return `Said in 1 of ${of}: not enough yet for a pattern.`;
  }
  return `Said in ${contexts} of ${of}${status === 'FADING' ? ', not lately' : ''}.`;
}

/** How often it stood in the way; nothing where one's own search speaks against the posting. */
export function stoodInTheWay({ theme, rejections, of }: Pick<Check, 'theme' | 'rejections' | 'of'>): string | undefined {
  return theme === undefined ? undefined : `Stood in the way in ${rejections} of ${of} ${of === 1 ? 'rejection' : 'rejections'}.`;
}
