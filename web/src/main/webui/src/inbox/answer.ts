import type { Feedback } from '../api/reads';
import type { StageCode, ThemeCode } from '../words/codes';
import { THEMES } from '../words/codes';

/** An answer as it is being written. */
export interface Draft {
  comments: string;
  stages: Partial<Record<StageCode, number>>;
  decisive: ThemeCode[];
}

export const emptyDraft: Draft = { comments: '', stages: {}, decisive: [] };

export const MOST_DECISIVE = 3;

/** Neither of these is a reason that somebody could learn from. */
const NOT_OFFERED: ThemeCode[] = ['CULTURE_FIT', 'UNSPECIFIED'];

/** What can be named as decisive. */
export const OFFERED = (Object.keys(THEMES) as ThemeCode[]).filter((theme) => !NOT_OFFERED.includes(theme));

/** The answer as the service takes it; what was left out is not sent. */
export function answerOf({ comments, stages, decisive }: Draft): Feedback['Answer'] {
  const rated = (Object.entries(stages) as [StageCode, number][]).map(([kind, rating]) => ({ kind, rating }));
  return {
    comments,
    ...(rated.length > 0 && { stages: rated }),
    ...(decisive.length > 0 && { decisive }),
  };
}
