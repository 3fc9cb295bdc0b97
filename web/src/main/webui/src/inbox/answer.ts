import type { Feedback } from '../api/reads';
import type { StageCode, ThemeCode } from '../words/codes';
import { THEMES } from '../words/codes';

/** An answer as it is being written. */
export interface Draft {
  comments: string;
  stages: Partial<Record<StageCode, number>>;
  /** Single themes; what was typed before there were any has none. */
  ratings?: Partial<Record<ThemeCode, number>>;
  decisive: ThemeCode[];
}

export const emptyDraft: Draft = { comments: '', stages: {}, decisive: [] };

export const MOST_DECISIVE = 3;

/** Neither of these is a reason that somebody could learn from. */
const NOT_OFFERED: ThemeCode[] = ['CULTURE_FIT', 'UNSPECIFIED'];

/** What can be named as decisive. */
export const OFFERED = (Object.keys(THEMES) as ThemeCode[]).filter((theme) => !NOT_OFFERED.includes(theme));

/** These decide, but nobody can be rated on them. */
const NOT_RATED: ThemeCode[] = ['LOCATION_ELIGIBILITY', 'OVERQUALIFIED', 'POSITION_CLOSED', 'STRONGER_CANDIDATE', 'SALARY_EXPECTATIONS'];

/** What can be rated. */
export const RATABLE = OFFERED.filter((theme) => !NOT_RATED.includes(theme));

/** The answer as the service takes it; what was left out is not sent. */
export function answerOf({ comments, stages, ratings = {}, decisive }: Draft): Feedback['Answer'] {
  const rated = (Object.entries(stages) as [StageCode, number][]).map(([kind, rating]) => ({ kind, rating }));
  const points = (Object.entries(ratings) as [ThemeCode, number][]).map(([theme, rating]) => ({ theme, rating }));
  return {
    comments,
    ...(points.length > 0 && { ratings: points }),
    ...(rated.length > 0 && { stages: rated }),
    ...(decisive.length > 0 && { decisive }),
  };
}

/** Whether there is anything that would be lost. */
export function isFilled(draft: Draft): boolean {
  const { comments, ...chosen } = answerOf(draft);
  return comments.trim() !== '' || Object.keys(chosen).length > 0;
}

/** The ratings after one of them was set, or taken back. */
export function withRating<Code extends string>(ratings: Partial<Record<Code, number>>, code: Code, rating: number | undefined): Partial<Record<Code, number>> {
  const { [code]: _, ...others } = ratings;
  return (rating === undefined ? others : { ...others, [code]: rating }) as Partial<Record<Code, number>>;
}
