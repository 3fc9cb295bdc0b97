import type { Insights } from '../api/reads';
import { SOURCES, type SourceCode } from '../words/codes';

export type KindCode = Insights['Finding']['kind'];

/** What a comparison of both sides shows. */
export const KINDS: Record<KindCode, string> = {
  BLIND_SPOT: 'You saw it better than they did',
  HIDDEN_STRENGTH: 'They saw it better than you did',
  AGREED_GAP: 'Both of you saw a gap',
};

/** The same for a theme, which a reflection names or does not. */
export const THEME_KINDS: Record<KindCode, string> = {
  BLIND_SPOT: 'It decided for them, and you did not name it',
  HIDDEN_STRENGTH: 'You named it as a cause; they found it good',
  AGREED_GAP: 'You both named it',
};

/** Whose words, and how many of each: 'Recruiter 3, mentor 1'. */
export function sourcesInWords(sources: Record<string, number>): string {
  const words = (Object.entries(sources) as [SourceCode, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([source, n], i) => `${i === 0 ? SOURCES[source] : lowered(SOURCES[source])} ${n}`);
  return words.join(', ');
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
