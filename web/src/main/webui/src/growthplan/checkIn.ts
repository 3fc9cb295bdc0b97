import type { Insights } from '../api/reads';

/** The longest note that the service takes. */
export const LONGEST_NOTE = 4_000;

/** A look at how a goal is going, as it is being typed. */
export interface CheckInDraft {
  note: string;
  /** In per cent; empty where it is not said. */
  progress: number | string;
}

export const emptyCheckIn: CheckInDraft = { note: '', progress: '' };

/** What is wrong with it, by the names that the service has for the fields. */
export function wrongCheckIn({ note, progress }: CheckInDraft): Record<string, string> {
  const percent = Number(progress);
  if (progress !== '' && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) {
    return { progress: 'Write a whole number from 0 to 100, or leave it empty.' };
  }
  return note.trim() === '' && progress === '' ? { note: 'Write a few words, or say below how far along you are.' } : {};
}

/** It as the service takes it; what was left open is not sent. */
export function checkInOf({ note, progress }: CheckInDraft): Insights['CheckInRequest'] {
  return { ...(note.trim() !== '' && { note: note.trim() }), ...(progress !== '' && { progress: Number(progress) }) };
}
