import type { Applications } from '../api/reads';

export type Report = Applications['ImportReport'];
export type Line = Applications['ReportedLine'];
type Outcome = Applications['ImportOutcome'];

/** What became of a line, or what would. */
export const OUTCOMES: Record<'preview' | 'done', Record<Outcome, string>> = {
  preview: { ADDED: 'Would be added', DUPLICATE: 'Recorded already', REFUSED: 'Cannot be taken' },
  done: { ADDED: 'Added', DUPLICATE: 'Recorded already', REFUSED: 'Not taken' },
};

/** What needs looking at comes first. */
const ORDER: Outcome[] = ['REFUSED', 'ADDED', 'DUPLICATE'];

/** The lines in the order in which they are shown. */
export function inOrder(lines: readonly Line[]): Line[] {
  return ORDER.flatMap((outcome) => lines.filter((line) => line.outcome === outcome));
}

/** So many applications, in words. */
export function applicationsIn(words: number): string {
  return words === 1 ? '1 application' : `${words} applications`;
}

/** What became of a file, in sentences. */
export function summary({ preview, added, duplicates, refused }: Report): string {
  const sentences = [];
  if (added > 0) {
    sentences.push(`${applicationsIn(added)} ${preview ? 'would be' : added === 1 ? 'was' : 'were'} added.`);
  } else {
    sentences.push(preview ? 'There is nothing to add.' : 'Nothing was added.');
  }
  if (duplicates > 0) {
    sentences.push(duplicates === 1 ? '1 line is recorded already and stays as it is.' : `${duplicates} lines are recorded already and stay as they are.`);
  }
  if (refused > 0) {
    sentences.push(`${refused === 1 ? '1 line' : `${refused} lines`} ${preview ? 'cannot be' : refused === 1 ? 'was not' : 'were not'} taken.`);
  }
  return sentences.join(' ');
}
