import { useCallback, useState } from 'react';

/**
 * What somebody is typing, kept in this tab until it is cleared: a reload, a lost connection or an ended session costs
 * nothing.
 *
 * @param key tells drafts apart
 * @param initial what it is before anything was typed
 */
export function useDraft<T>(key: string, initial: T): [value: T, set: (value: T) => void, clear: () => void] {
  const stored = `rebound-draft-${key}`;
  const [value, setValue] = useState<T>(() => read(stored) ?? initial);

  const set = useCallback(
    (next: T) => {
      setValue(next);
      try {
        sessionStorage.setItem(stored, JSON.stringify(next));
      } catch {
        // Full or forbidden: the page works without.
      }
    },
    [stored],
  );

  const clear = useCallback(() => sessionStorage.removeItem(stored), [stored]);

  return [value, set, clear];
}

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
