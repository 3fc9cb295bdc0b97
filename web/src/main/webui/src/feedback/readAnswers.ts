const KEPT = 'rebound-read';

/** More than come in while an answer still counts as new. */
const MOST = 100;

/** Whose words have been shown in this browser, by the ids of the feedback. */
export const readAnswers = {
  all(): ReadonlySet<string> {
    try {
      return new Set(JSON.parse(localStorage.getItem(KEPT) ?? '[]') as string[]);
    } catch {
      return new Set();
    }
  },

  add(id: string): void {
    const known = readAnswers.all();
    if (known.has(id)) {
      return;
    }
    try {
      localStorage.setItem(KEPT, JSON.stringify([...known, id].slice(-MOST)));
    } catch {
      // Full or forbidden: it is pointed out for as long as it is new.
    }
  },
};
