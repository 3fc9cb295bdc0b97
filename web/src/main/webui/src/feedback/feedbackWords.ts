import type { Feedback } from '../api/reads';
import { MISSING, type MissingCode } from '../words/codes';

type View = Feedback['FeedbackView'];
export type PolarityCode = View['statements'][number]['polarity'];

/** How a statement judges. */
export const POLARITIES: Record<PolarityCode, string> = { NEGATIVE: 'Critique', POSITIVE: 'Praise', NEUTRAL: 'Advice or a mention' };

/** What may be recorded, in the order in which people have it. */
export const GIVEN_BY: Record<View['source'], string> = {
  APPRAISAL: 'An appraisal',
  MENTOR: 'A mentor',
  PEER: 'A peer',
  MOCK_INTERVIEW: 'A mock interview',
  RECRUITER: 'A recruiter',
};

/** How much there is to act on in a piece of feedback. */
export function specificityInWords({ read, specificity, requestId, round }: Pick<View, 'read' | 'specificity' | 'requestId' | 'round'>): string {
  if (!read) {
    return 'It is in a language that is not read here, so nothing was read out of it. The words are kept as they are.';
  }
  switch (specificity.level) {
    case 'GENERIC': {
      const asked = requestId !== undefined && round === 1 ? ' More detail was asked for at once.' : '';
      return `It names no cause: nothing to work on, and nothing to hold against yourself.${asked}`;
    }
    case 'PARTIAL':
      return `It names a cause without much detail.${missingInWords(specificity.missing)}`;
    case 'SPECIFIC':
      return 'It is specific: something to act on, or to rule out.';
  }
}

function missingInWords(missing: readonly MissingCode[]): string {
  return missing.length === 0 ? '' : ` Not in it: ${missing.map((part) => MISSING[part]).join(', ')}.`;
}
