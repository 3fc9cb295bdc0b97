import { kept } from '../parts/kept';

// Where nothing can be kept, an answer is pointed out for as long as it is new.
const stored = kept<string[]>('localStorage', 'rebound-read');

/** More than come in while an answer still counts as new. */
const MOST = 100;

/** Whose words have been shown in this browser, by the ids of the feedback. */
export const readAnswers = {
  all(): ReadonlySet<string> {
    return new Set(stored.read());
  },

  add(id: string): void {
    const known = readAnswers.all();
    if (!known.has(id)) {
      stored.write([...known, id].slice(-MOST));
    }
  },
};
