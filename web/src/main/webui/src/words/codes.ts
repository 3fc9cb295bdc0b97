import type { components as ApplicationParts } from '../api/application.gen';
import type { components as FeedbackParts } from '../api/feedback.gen';
import type { components as InsightsParts } from '../api/insights.gen';

type A = ApplicationParts['schemas'];
type F = FeedbackParts['schemas'];
type I = InsightsParts['schemas'];

/** The codes of the API. Each list of words below is complete: a new code does not compile without its words. */
export type ThemeCode = A['Theme'];
export type StageCode = A['StageKind'];
export type ControlCode = A['Control'];
export type StatusCode = A['ApplicationStatus'];
export type EnergyCode = A['Energy'];
export type WorkplaceCode = A['Workplace'];
export type SeniorityCode = A['Seniority'];
export type EmploymentCode = A['EmploymentType'];
export type ComponentCode = A['ComponentKind'];
export type MissingCode = F['MissingPart'];
export type LevelCode = F['SpecificityLevel'];
export type SourceCode = I['EvidenceSource'];
export type TrendCode = I['Trend'];

/** The choices of a list, in its order. */
export function choices<Code extends string>(words: Record<Code, string>): { value: Code; label: string }[] {
  return (Object.keys(words) as Code[]).map((value) => ({ value, label: words[value] }));
}

export const THEMES: Record<ThemeCode, string> = {
  TECHNICAL_DEPTH: 'Knowledge of the craft',
  PROBLEM_SOLVING: 'Problem solving',
  SYSTEM_DESIGN: 'Designing the larger whole',
  WORK_SAMPLE: 'Work sample',
  COMMUNICATION: 'Communication',
  ANSWER_STRUCTURE: 'Structure of answers',
  PREPARATION: 'Preparation',
  MOTIVATION: 'Motivation',
  COLLABORATION: 'Working with others',
  LEADERSHIP: 'Leading',
  COMPOSURE: 'Calm under pressure',
  PROFESSIONALISM: 'Professional conduct',
  APPLICATION_MATERIALS: 'CV and application',
  SALARY_EXPECTATIONS: 'Pay expectations',
  SENIORITY: 'Years of experience',
  DOMAIN_EXPERIENCE: 'Experience in the field',
  CREDENTIALS: 'Qualifications and references',
  LOCAL_LANGUAGE: 'Local language',
  LOCATION_ELIGIBILITY: 'Place, permit or dates',
  OVERQUALIFIED: 'Too experienced',
  POSITION_CLOSED: 'Position closed',
  STRONGER_CANDIDATE: 'Somebody else was stronger',
  CULTURE_FIT: 'Culture fit, nothing named',
  UNSPECIFIED: 'No cause given',
};

export const STAGES: Record<StageCode, string> = {
  APPLICATION_REVIEW: 'Application review',
  RECRUITER_SCREEN: 'First call',
  ASSESSMENT: 'Assessment',
  TECHNICAL_INTERVIEW: 'Technical interview',
  MANAGER_INTERVIEW: 'Interview with the manager',
  PANEL_INTERVIEW: 'Panel interview',
  FINAL_INTERVIEW: 'Final interview',
  OFFER: 'Offer',
};

export const CONTROLS: Record<ControlCode, string> = {
  CONTROLLABLE: 'In your hands',
  LONG_TERM: 'Takes time',
  OUT_OF_CONTROL: 'Not in your hands',
  UNKNOWN: 'Not known',
};

export const STATUSES: Record<StatusCode, string> = { ACTIVE: 'Open', REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn', OFFERED: 'Offer' };

export const ENERGIES: Record<EnergyCode, string> = {
  ENERGIZING: 'Gives me energy',
  SOMEWHAT_ENERGIZING: 'Rather gives energy',
  SOMEWHAT_DE_ENERGIZING: 'Rather costs energy',
  DE_ENERGIZING: 'Costs me energy',
};

export const WORKPLACES: Record<WorkplaceCode, string> = { ONSITE: 'On site', HYBRID: 'Hybrid', REMOTE: 'Remote' };

export const SENIORITIES: Record<SeniorityCode, string> = {
  INTERN: 'Intern', JUNIOR: 'Junior', MID: 'Mid-level', SENIOR: 'Senior', LEAD: 'Lead', EXECUTIVE: 'Executive',
};

export const EMPLOYMENTS: Record<EmploymentCode, string> = {
  FULL_TIME: 'Full time', PART_TIME: 'Part time', CONTRACT: 'Contract', TEMPORARY: 'Temporary', INTERNSHIP: 'Internship',
};

export const COMPONENTS: Record<ComponentCode, string> = {
  RESPONSIBILITY: 'Responsibilities', REQUIREMENT: 'Requirements', BENEFIT: 'Benefits', OTHER: 'Other',
};

export const MISSING: Record<MissingCode, string> = {
  STAGE: 'which stage it is about',
  THEME: 'what it is about',
  OBSERVATION: 'something that was seen or heard',
  EXAMPLE: 'an example',
  ADVICE: 'what would help next time',
};

export const LEVELS: Record<LevelCode, string> = { GENERIC: 'No cause named', PARTIAL: 'A cause, without details', SPECIFIC: 'Specific' };

export const SOURCES: Record<SourceCode, string> = {
  RECRUITER: 'Recruiter',
  APPRAISAL: 'Appraisal',
  MENTOR: 'Mentor',
  PEER: 'Peer',
  MOCK_INTERVIEW: 'Mock interview',
  REFLECTION: 'Your reflection',
  REJECTION: 'Rejection message',
};

export const TRENDS: Record<TrendCode, string> = { RISING: 'More often lately', STEADY: 'As often as before', FALLING: 'Less often lately', UNKNOWN: 'Too early for a trend' };
