/** What the server wrote into the page about whoever looks at it. */

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

/** What to call the person, as they told Keycloak. */
export const name = meta('rebound-name');

/** Who it is, as the services know them; empty where the page was not filled in. */
export const subject = meta('rebound-subject');

const roles = meta('rebound-roles').split(' ');

export const isCandidate = roles.includes('candidate');
export const isRecruiter = roles.includes('recruiter');

/** The board that they act for; empty where there is none. */
export const board = meta('rebound-board');

/** Sets the board up. */
export const isBoardAdmin = roles.includes('board-admin') && board !== '';

/** Loads the page anew, for whoever is signed in now. */
export function reload(): void {
  window.location.reload();
}

/** Which style sheets made by a script the browser accepts on this page. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
