import { subject } from './page';

const OWNER = 'rebound-owner';

/** Forgets what the pages keep in this tab: what was typed, and what was seen. */
export function forgetTab(): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith('rebound-'))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Forbidden: then nothing was kept there either.
  }
}

/** What the tab keeps is for whoever it was kept for: where somebody else is signed in now, it is forgotten before anything reads it. */
export function ownTab(): void {
  try {
    if (sessionStorage.getItem(OWNER) !== subject) {
      forgetTab();
      sessionStorage.setItem(OWNER, subject);
    }
  } catch {
    // Forbidden: as above.
  }
}
