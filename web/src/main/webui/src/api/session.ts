/** A request that was refused because the session has ended. */
export interface Waiting {
  again: () => void;
  giveUp: () => void;
}

type Listener = (waiting: Waiting) => void;

const listeners = new Set<Listener>();

/** Tells whoever can have somebody sign in again. */
export const sessionEnded = {
  listen(listener: Listener): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },

  /** Waits until somebody has signed in again; false where they would not. */
  signedInAgain(): Promise<boolean> {
    if (listeners.size === 0) {
      return Promise.resolve(false);
    }
    return new Promise((resolve) => {
      listeners.forEach((listener) => listener({ again: () => resolve(true), giveUp: () => resolve(false) }));
    });
  },
};
