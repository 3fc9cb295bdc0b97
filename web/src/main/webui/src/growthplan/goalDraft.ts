import type { Insights } from '../api/reads';
import { THEMES, type ThemeCode } from '../words/codes';

type Wanting = Pick<Insights['Goal'], 'theme' | 'statement' | 'focalPoints' | 'actions' | 'dueOn'>;

/** The bounds that the service has for what a goal wants. */
export const LONGEST_LINE = 500;
export const MOST_FOCAL_POINTS = 20;
export const MOST_ACTIONS = 30;

/** One focal point, or one thing to do. */
export interface Line {
  text: string;
  done: boolean;
}

/** A goal as it is being typed. */
export interface GoalDraft {
  theme: ThemeCode | '';
  statement: string;
  focalPoints: Line[];
  actions: Line[];
  dueOn: string;
}

/** What a goal wants, as the service takes it. */
export interface Intent {
  statement: string;
  focalPoints: string[];
  actions: { text: string; done: boolean }[];
  dueOn?: string;
}

/** Nothing can be done about these, so nobody sets a goal for them. */
const NO_GOAL: ThemeCode[] = ['POSITION_CLOSED', 'STRONGER_CANDIDATE', 'UNSPECIFIED'];

/** The themes that a goal of one's own can have. */
export const GOAL_THEMES = (Object.keys(THEMES) as ThemeCode[]).filter((theme) => !NO_GOAL.includes(theme));

export const emptyGoal: GoalDraft = { theme: '', statement: '', focalPoints: [], actions: [], dueOn: '' };

/** What a goal wants, to be typed over. */
export function draftOf({ theme, statement, focalPoints, actions, dueOn }: Wanting): GoalDraft {
  return {
    theme,
    statement,
    focalPoints: focalPoints.map((text) => ({ text, done: false })),
    actions: actions.map(({ text, done }) => ({ text: text ?? '', done })),
    dueOn: dueOn ?? '',
  };
}

/** What tells one wording of a goal from another, whatever is ticked. */
export function wording(draft: GoalDraft): string {
  return JSON.stringify([draft.statement, draft.focalPoints.map(({ text }) => text), draft.actions.map(({ text }) => text), draft.dueOn]);
}

/** The lines after one of them was typed in: a line break makes another line. */
export function typed(lines: readonly Line[], at: number, text: string): Line[] {
  const [first = '', ...more] = text.split(/\r?\n/);
  return lines.flatMap((line, i) => (i === at ? [{ ...line, text: first }, ...more.map((another) => ({ text: another, done: false }))] : [line]));
}

/** The draft with what was ticked meanwhile: that is not part of what is typed. */
export function ticked(draft: GoalDraft, actions: readonly Line[]): GoalDraft {
  return { ...draft, actions: draft.actions.map((line) => actions.find(({ text }) => text === line.text) ?? line) };
}

/** What is wrong with it, by the names that the service has for the fields, with the places that the lines have here. */
export function wrong({ theme, statement, focalPoints, actions }: GoalDraft): Record<string, string> {
  return {
    ...(theme === '' && { theme: 'Choose what it is about; that is how later feedback is held against it.' }),
    ...(statement.trim() === '' && { statement: 'Say in a sentence what shall be different.' }),
    ...(statement.trim().length > LONGEST_LINE && { statement: tooLong(statement) }),
    ...aboutLines('focalPoints', focalPoints, MOST_FOCAL_POINTS),
    ...aboutLines('actions', actions, MOST_ACTIONS),
  };
}

function aboutLines(field: string, lines: readonly Line[], most: number): Record<string, string> {
  const found: Record<string, string> = {};
  lines.forEach(({ text }, i) => {
    if (text.trim().length > LONGEST_LINE) {
      found[`${field}[${i}]`] = tooLong(text);
    }
  });
  const written = lines.filter(({ text }) => text.trim() !== '').length;
  return written > most ? { ...found, [field]: `There are ${written}, and ${most} fit. Leave the least important ones out.` } : found;
}

function tooLong(text: string): string {
  return `This has ${text.trim().length} characters, and ${LONGEST_LINE} fit.`;
}

/** What it wants; empty lines are left out. */
export function intentOf({ statement, focalPoints, actions, dueOn }: GoalDraft): Intent {
  return {
    statement: statement.trim(),
    focalPoints: written(focalPoints).map(({ text }) => text),
    actions: written(actions),
    ...(dueOn !== '' && { dueOn }),
  };
}

function written(lines: readonly Line[]): Line[] {
  return lines.map(({ text, done }) => ({ text: text.trim(), done })).filter(({ text }) => text !== '');
}

/**
 * What has to change for a goal to want something else, as a JSON Merge Patch.
 *
 * @returns undefined where nothing changes
 */
export function changes(before: Intent, after: Intent): Record<string, unknown> | undefined {
  const fields = ['statement', 'focalPoints', 'actions', 'dueOn'] as const;
  const different = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return different.length === 0 ? undefined : Object.fromEntries(different.map((field) => [field, after[field] ?? null]));
}
