import { Problem, unreachable } from '../api/problem';

/** How what is typed stands: waiting for a pause, on its way, kept by the service, or only kept here so far. */
export type Standing = 'quiet' | 'saving' | 'saved' | 'failing' | 'refused';

interface Options<T> {
  save: (value: T) => Promise<unknown>;
  tell: (standing: Standing, problem?: Problem) => void;
}

/** How long nobody types before it is saved. */
export const PAUSE_MS = 800;

/** How long it waits after a failure; twice as long after each further one, up to the longest. */
export const AGAIN_MS = 4_000;
const LONGEST_MS = 60_000;

/** Saves what is typed, the latest only and one at a time, so that nothing older ever goes over it. */
export function createSaver<T>({ save, tell }: Options<T>) {
  let unsent: { value: T } | undefined;
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let held = false;

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  function send() {
    clearTimeout(timer);
    if (unsent === undefined || sending !== undefined || held) {
      return;
    }
    const { value } = unsent;
    unsent = undefined;
    tell('saving');
    sending = save(value)
      .then(succeeded, (error: unknown) => failed(value, error))
      .finally(() => {
        sending = undefined;
      });
  }

  function succeeded() {
    failures = 0;
    if (unsent === undefined) {
      tell('saved');
    } else if (!held) {
      later(PAUSE_MS);
    }
  }

  function failed(value: T, error: unknown) {
    const problem = error instanceof Problem ? error : unreachable();
    unsent ??= { value };
    // It was changed elsewhere: whoever typed says first which of the two stays.
    held ||= problem.status === 412;
    tell(problem.passing ? 'failing' : 'refused', problem);
    if (problem.passing && !held) {
      later(Math.min(AGAIN_MS * 2 ** failures++, LONGEST_MS));
    }
  }

  return {
    /** There is something new to save. */
    change(value: T) {
      unsent = { value };
      if (!held) {
        later(PAUSE_MS);
      }
    },

    /** Lets go of what is not saved yet. */
    forget() {
      unsent = undefined;
    },

    /** Saves at once what is not saved yet. */
    flush: send,

    /** Saves nothing more until it goes on; done when nothing is on its way any more. */
    async hold() {
      held = true;
      clearTimeout(timer);
      await sending;
    },

    goOn() {
      held = false;
      send();
    },
  };
}
