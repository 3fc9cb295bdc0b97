import { useCallback, useRef } from 'react';

/** The same Idempotency-Key for the same content: what is sent again after a lost answer is done once. */
export function useSendingKey(): (content: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) {
      last.current = { text, key: crypto.randomUUID() };
    }
    return last.current.key;
  }, []);
}
