import { useCallback, useMemo, useState } from 'react';
import { kept } from './kept';

/**
 * What somebody is typing, kept in this tab until it is cleared: a reload, a lost connection or an ended session costs
 * nothing.
 *
 * @param key tells drafts apart
 * @param initial what it is before anything was typed
 */
export function useDraft<T>(key: string, initial: T): [value: T, set: (value: T) => void, clear: () => void] {
  const stored = useMemo(() => kept<T>('sessionStorage', `rebound-draft-${key}`), [key]);
  const [value, setValue] = useState<T>(() => stored.read() ?? initial);

  const set = useCallback(
    (next: T) => {
      setValue(next);
      stored.write(next);
    },
    [stored],
  );

  return [value, set, stored.clear];
}
