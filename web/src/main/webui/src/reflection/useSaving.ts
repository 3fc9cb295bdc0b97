import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { applications, body } from '../api/client';
import type { Problem } from '../api/problem';
import { reads, type Applications } from '../api/reads';
import { createSaver, type Standing } from './saver';

/** How the draft stands, and why where it could not be saved. */
export interface Saved {
  standing: Standing;
  problem?: Problem;
}

/**
 * Saves the draft of a reflection as it is typed.
 *
 * @param saved what to do once the service has all of it
 */
export function useSaving(id: string, saved: () => void) {
  const client = useQueryClient();
  const [state, setState] = useState<Saved>({ standing: 'quiet' });
  const whenSaved = useRef(saved);
  whenSaved.current = saved;

  const saver = useMemo(
    () =>
      createSaver<Applications['ReflectionForm']>({
        async save(form) {
          const view = body(await applications.PUT('/api/v1/applications/{id}/reflection', { params: { path: { id } }, body: form }));
          client.setQueryData(reads.reflection(id).queryKey, view);
        },
        tell(standing, problem) {
          setState({ standing, ...(problem && { problem }) });
          if (standing === 'saved') {
            whenSaved.current();
          }
        },
      }),
    [id, client],
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

  return { saver, ...state };
}
