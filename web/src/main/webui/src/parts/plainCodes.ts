import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';

const WORDS: Record<string, string> = { ...WORKPLACES, ...EMPLOYMENTS, ...SENIORITIES };

/** A code, or something in quotation marks, in which nothing is a code. */
const CODE_OR_QUOTE = new RegExp(`“[^”]*”|\\b(?:${Object.keys(WORDS).join('|')})\\b`, 'g');

/** A sentence of a service with words in place of the codes of workplaces, employments and levels. */
export function plainCodes(sentence: string): string {
  return sentence.replace(CODE_OR_QUOTE, (found) => WORDS[found]?.toLowerCase() ?? found);
}
