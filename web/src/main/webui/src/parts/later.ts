import { useEffect, useState, type ComponentType } from 'react';

/** Code that is loaded when it is wanted. */
export interface Later<Props extends object> {
  /** It, once it is loaded. */
  there(): ComponentType<Props> | undefined;
  /** Loads it; once it has failed, it is asked for anew. */
  fetch(): Promise<void>;
  /** Has it ready before it is wanted; where that fails, it is asked for when it is. */
  prepare(): void;
}

type Preparable = Pick<Later<object>, 'prepare'>;

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let part: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;

  function fetch(): Promise<void> {
    coming ??= load().then(
      (loaded) => {
        part = loaded;
      },
      (problem: unknown) => {
        coming = undefined;
        throw problem;
      },
    );
    return coming;
  }

  return { there: () => part, fetch, prepare: () => void fetch().catch(() => undefined) };
}

/** For a button that leads to it: whoever comes near will want it. */
export function nearing({ prepare }: Preparable) {
  return { onPointerEnter: prepare, onFocus: prepare };
}

/** For so long a page is left alone where the browser does not say that it has nothing to do. */
const QUIET_MS = 2_000;

/** Has it ready once the page has nothing else to do; the answer calls that off. */
export function prepareWhenIdle({ prepare }: Preparable): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(prepare, QUIET_MS);
    return () => clearTimeout(timer);
  }
  const call = window.requestIdleCallback(prepare);
  return () => window.cancelIdleCallback(call);
}

/**
 * The code, where it is wanted.
 *
 * @returns `Part` once it is there; `failed` where it could not be loaded, and `trying` while it is asked for again
 */
export function useLater<Props extends object>(code: Later<Props>, wanted: boolean) {
  const [state, setState] = useState<'coming' | 'there' | 'failed' | 'again'>('coming');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!wanted || code.there() !== undefined) {
      return undefined;
    }
    let left = false;
    const becomes = (what: 'there' | 'failed') => () => {
      if (!left) {
        setState(what);
      }
    };
    code.fetch().then(becomes('there'), becomes('failed'));
    return () => {
      left = true;
    };
  }, [code, wanted, attempt]);

  return {
    Part: code.there(),
    failed: state === 'failed' || state === 'again',
    trying: state === 'again',
    again() {
      setState('again');
      setAttempt(attempt + 1);
    },
  };
}
