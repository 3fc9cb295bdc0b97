import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { applications, tagged } from '../api/client';
import type { Problem } from '../api/problem';
import { reads, type Applications } from '../api/reads';
import { kept } from '../parts/kept';
import { createBase } from './base';
import { createSaver, type Standing } from './saver';

/** How the draft stands, and why where it could not be saved. */
export interface Saved {
  standing: Standing;
  problem?: Problem;
}

interface Options {
  id: string;
  /** The state of the reflection that the draft was begun on. */
  etag: string | undefined;
  /** The same text for what says the same. */
  wording: (form: Applications['ReflectionForm'] | undefined) => string;
  /** Told on which state the draft is based from now on. */
  based: (etag: string | undefined) => void;
  /** What to do once the service has all of it. */
  saved: () => void;
}

/** Saves the draft of a reflection as it is typed, until it turns out that it was changed elsewhere. */
export function useSaving({ id, etag, wording, based, saved }: Options) {
  const client = useQueryClient();
  const [state, setState] = useState<Saved>({ standing: 'quiet' });
  const given = useRef({ wording, based, saved });
  given.current = { wording, based, saved };

  const base = useMemo(
    () =>
      createBase({
        etag,
        read: async () => tagged(await applications.GET('/api/v1/applications/{id}/reflection', { params: { path: { id } } })),
        wording: (form) => given.current.wording(form),
        tell: (now) => given.current.based(now),
        unsure: kept<string[]>('sessionStorage', `rebound-draft-reflection-sent-${id}`),
      }),
    // From then on it knows by itself what it is based on.
    [id],
  );

  const saver = useMemo(
    () =>
      createSaver<Applications['ReflectionForm']>({
        async save(form) {
          const view = await base.change(form, async (header) =>
            tagged(await applications.PUT('/api/v1/applications/{id}/reflection', { params: { path: { id }, header }, body: form })),
          );
          client.setQueryData(reads.reflection(id).queryKey, view);
        },
        tell(standing, problem) {
          setState({ standing, ...(problem && { problem }) });
          if (standing === 'saved') {
            given.current.saved();
          }
        },
      }),
    [id, base, client],
  );

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && saver.flush();
    saver.goOn();
    window.addEventListener('online', saver.flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', saver.flush);
      document.removeEventListener('visibilitychange', hidden);
      saver.flush();
      void saver.hold();
    };
  }, [saver]);

  return { saver, base, ...state };
}
