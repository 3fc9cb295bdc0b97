import type { Feedback } from '../api/reads';
import type { ControlCode, ThemeCode } from '../words/codes';

/** How far a cause is in somebody's hands as a rule; whoever sees it otherwise says so. */
export const USUAL: Record<ThemeCode, ControlCode> = {
  TECHNICAL_DEPTH: 'CONTROLLABLE',
  PROBLEM_SOLVING: 'CONTROLLABLE',
  SYSTEM_DESIGN: 'CONTROLLABLE',
  WORK_SAMPLE: 'CONTROLLABLE',
  COMMUNICATION: 'CONTROLLABLE',
  ANSWER_STRUCTURE: 'CONTROLLABLE',
  PREPARATION: 'CONTROLLABLE',
  MOTIVATION: 'CONTROLLABLE',
  COLLABORATION: 'CONTROLLABLE',
  LEADERSHIP: 'CONTROLLABLE',
  COMPOSURE: 'CONTROLLABLE',
  PROFESSIONALISM: 'CONTROLLABLE',
  APPLICATION_MATERIALS: 'CONTROLLABLE',
  SALARY_EXPECTATIONS: 'CONTROLLABLE',
  SENIORITY: 'LONG_TERM',
  DOMAIN_EXPERIENCE: 'LONG_TERM',
  CREDENTIALS: 'LONG_TERM',
  LOCAL_LANGUAGE: 'LONG_TERM',
  LOCATION_ELIGIBILITY: 'OUT_OF_CONTROL',
  OVERQUALIFIED: 'OUT_OF_CONTROL',
  POSITION_CLOSED: 'OUT_OF_CONTROL',
  STRONGER_CANDIDATE: 'OUT_OF_CONTROL',
  CULTURE_FIT: 'OUT_OF_CONTROL',
  UNSPECIFIED: 'UNKNOWN',
};

/** How many themes are suggested. */
const FEW = 4;

type Words = Pick<Feedback['FeedbackView'], 'decisive' | 'statements'>;

/** What the feedback gave as reasons: what they chose as decisive, then what their words say. */
export function suggested(feedback: Words[], chosen: ThemeCode[]): ThemeCode[] {
  const named = [
    ...feedback.flatMap(({ decisive }) => decisive),
    ...feedback.flatMap(({ statements }) => statements.filter(({ polarity }) => polarity === 'NEGATIVE').flatMap(({ themes }) => themes[0]?.theme ?? [])),
  ];
  return [...new Set(named)].filter((theme) => theme !== 'UNSPECIFIED' && !chosen.includes(theme)).slice(0, FEW);
}
