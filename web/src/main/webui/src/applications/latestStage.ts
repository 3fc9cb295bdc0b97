import type { Applications } from '../api/reads';
import { STAGES } from '../words/codes';

/** The last stage that took place, in words; the service lists them in the order of their days. */
export function latestStage(stages: Applications['Stage'][]): string | undefined {
  const last = stages.at(-1);
  return last && STAGES[last.kind];
}
