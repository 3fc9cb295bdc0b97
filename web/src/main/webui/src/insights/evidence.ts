import type { Insights } from '../api/reads';
import type { ControlCode, SourceCode, ThemeCode } from '../words/codes';

/** Something that was said, as the candidate can correct its reading. */
export interface KnownEvidence {
  id: string;
  /** The application, or the piece of feedback that belongs to none. */
  contextId: string;
  source: SourceCode;
  theme: ThemeCode;
  control: ControlCode;
  quote?: string | undefined;
  confidence?: number | undefined;
  /** Whether the reading is the candidate's own; undefined where that is not told. */
  corrected?: boolean | undefined;
  /** The day it was said, where that is told. */
  at?: string | undefined;
}

type Correction = Insights['Correction'];

/** What brings the present reading of evidence back after another correction; the empty one is 'as it was read'. */
export function formerOf({ corrected, theme, control }: KnownEvidence): Correction {
  return corrected === false ? {} : { theme, control };
}

/** The evidence of an insight, without what does not matter for a correction. */
export function known(evidence: Insights['Evidence']): KnownEvidence {
  const { id, contextId, source, theme, control, quote, confidence, corrected, at } = evidence;
  return { id, contextId, source, theme, control, quote: quote ?? undefined, confidence, corrected, at };
}

/** The evidence of a rejection that was not in the candidate's hands, as far as it is told there. */
export function knownOutOfControl(one: Insights['NotYours']): KnownEvidence {
  return {
    id: one.evidenceId, contextId: one.applicationId, source: one.by, theme: one.theme, control: 'OUT_OF_CONTROL', quote: one.quote ?? undefined,
  };
}

interface Statement {
  text: string;
  themes: readonly { theme: ThemeCode; control: ControlCode; confidence: number }[];
}

/** Where a statement stands. */
export interface Place {
  contextId: string;
  source: SourceCode;
  at: string;
}

/** One theme that was read in a statement, as the candidate wants it read. */
export interface ReadTheme {
  theme: ThemeCode;
  control: ControlCode;
  /** What a correction of it goes to; there is none where the insights do not show it. */
  evidence?: KnownEvidence;
}

/** The themes of a statement, each with the evidence that it became. A corrected one has another theme by now. */
export function readThemes(statement: Statement, place: Place, all: readonly KnownEvidence[]): ReadTheme[] {
  let left = all.filter((one) => isAt(one, place) && isSaid(one, statement));
  const take = (matches: (one: KnownEvidence) => boolean) => {
    const found = left.find(matches);
    left = left.filter((one) => one !== found);
    return found;
  };
  const same = statement.themes.map(({ theme }) => take((one) => one.theme === theme));
  const byConfidence = statement.themes.map(
    ({ confidence }, i) => same[i] ?? take((one) => one.corrected === true && one.confidence === confidence),
  );
  return statement.themes.map((read, i) => {
    const evidence = byConfidence[i] ?? take((one) => one.corrected === true);
    return evidence === undefined
      ? { theme: read.theme, control: read.control }
      : { theme: evidence.theme, control: evidence.control, evidence };
  });
}

function isAt({ contextId, source, at }: KnownEvidence, place: Place): boolean {
  return contextId === place.contextId && source === place.source && (at === undefined || at === place.at);
}

/** Another reader may cut the same sentence elsewhere; then only the same theme in it counts as the same. */
function isSaid({ quote, theme }: KnownEvidence, { text, themes }: Statement): boolean {
  if (quote === undefined) {
    return false;
  }
  return quote === text || (themes.some((one) => one.theme === theme) && (quote.includes(text) || text.includes(quote)));
}
