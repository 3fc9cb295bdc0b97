import type { Applications } from '../api/reads';
import type { Complaints } from '../parts/complaints';
import type { ControlCode, EnergyCode, StageCode, ThemeCode } from '../words/codes';

type Form = Applications['ReflectionForm'];

/** How one stage went. */
export interface StageDraft {
  kind: StageCode;
  rating?: number;
  wentWell: string;
  toImprove: string;
}

/** Why it ended, as the candidate sees it; without a control it is as usual for the theme. */
export interface CauseDraft {
  theme: ThemeCode;
  control?: ControlCode;
  note: string;
}

/** A reflection as it is being made. */
export interface ReflectionDraft {
  /** The stage that went best comes first. */
  stages: StageDraft[];
  causes: CauseDraft[];
  dayToDay?: number;
  /** By the words of the job's component. */
  energies: Record<string, EnergyCode>;
  lessons: string;
}

export function stageDraft(kind: StageCode): StageDraft {
  return { kind, wentWell: '', toImprove: '' };
}

/**
 * The draft to go on with.
 *
 * @param content what was saved or completed last
 * @param tookPlace the stages that took place; where there are none, what was judged was the application itself
 */
export function draftOf(content: Form | undefined, tookPlace: StageCode[]): ReflectionDraft {
  const stages = content?.stages;
  const kinds: StageCode[] = tookPlace.length === 0 ? ['APPLICATION_REVIEW'] : tookPlace;
  return {
    stages:
      stages === undefined
        ? kinds.map(stageDraft)
        : [...stages].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)).flatMap(({ kind, rating, wentWell = '', toImprove = '' }) =>
            kind === undefined ? [] : [{ kind, wentWell, toImprove, ...(rating !== undefined && { rating }) }],
          ),
    causes: (content?.causes ?? []).flatMap(({ theme, control, note = '' }) =>
      theme === undefined ? [] : [{ theme, note, ...(control !== undefined && { control }) }],
    ),
    ...(content?.role?.dayToDay !== undefined && { dayToDay: content.role.dayToDay }),
    energies: Object.fromEntries(
      (content?.role?.components ?? []).flatMap(({ text, energy }) => (text === undefined || energy === undefined ? [] : [[text, energy]])),
    ),
    lessons: content?.lessons ?? '',
  };
}

/** The reflection as the service takes it; the order of the stages is their rank, and what was left empty is not said. */
export function formOf({ stages, causes, dayToDay, energies, lessons }: ReflectionDraft): Form {
  const components = Object.entries(energies).map(([text, energy]) => ({ text, energy }));
  return {
    ...(stages.length > 0 && {
      stages: stages.map(({ kind, rating, wentWell, toImprove }, i) => ({
        kind,
        rank: i + 1,
        ...(rating !== undefined && { rating }),
        ...(wentWell.trim() !== '' && { wentWell }),
        ...(toImprove.trim() !== '' && { toImprove }),
      })),
    }),
    ...(causes.length > 0 && {
      causes: causes.map(({ theme, control, note }) => ({ theme, ...(control !== undefined && { control }), ...(note.trim() !== '' && { note }) })),
    }),
    ...((dayToDay !== undefined || components.length > 0) && {
      role: { ...(dayToDay !== undefined && { dayToDay }), ...(components.length > 0 && { components }) },
    }),
    ...(lessons.trim() !== '' && { lessons }),
  };
}

/** What is still missing before it can be completed. */
export function complaints(draft: ReflectionDraft): Complaints {
  const found: Complaints = {};
  if (Object.keys(formOf(draft)).length === 0) {
    found['stages'] = 'Nothing is said yet. One stage with a rating, one cause or one sentence is enough.';
  }
  draft.stages.forEach(({ rating }, i) => {
    if (rating === undefined) {
      found[`stages[${i}].rating`] = 'Rate it from 1 to 5, or leave it out.';
    }
  });
  return found;
}

/** The steps, each with the part of the draft that belongs to it. */
export const STEPS = ['Stages', 'In words', 'The job', 'What you take'] as const;

/** Where a field is filled in, by its name. */
export function stepOf(field: string): number {
  if (field.startsWith('stages')) {
    return /\.(?:wentWell|toImprove)$/.test(field) ? 2 : 1;
  }
  return field.startsWith('role') ? 3 : 4;
}

/** Whether anything that counts is there in a step. */
export function filled(step: number, draft: ReflectionDraft): boolean {
  switch (step) {
    case 1:
      return draft.stages.length > 0 && draft.stages.every(({ rating }) => rating !== undefined);
    case 2:
      return draft.stages.some(({ wentWell, toImprove }) => (wentWell + toImprove).trim() !== '');
    case 3:
      return draft.dayToDay !== undefined || Object.keys(draft.energies).length > 0;
    default:
      return draft.causes.length > 0 || draft.lessons.trim() !== '';
  }
}
