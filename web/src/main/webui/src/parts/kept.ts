/**
 * Something that the browser keeps under a name, in this tab or for good. Where it is full or forbidden to keep anything,
 * the pages work without.
 */
export function kept<T>(where: 'sessionStorage' | 'localStorage', name: string) {
  return {
    /** What is kept; undefined where there is nothing that can be read. */
    read(): T | undefined {
      try {
        const text = window[where].getItem(name);
        return text === null ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },

    write(now: T): void {
      try {
        window[where].setItem(name, JSON.stringify(now));
      } catch {
        // Full or forbidden.
      }
    },

    clear(): void {
      try {
        window[where].removeItem(name);
      } catch {
        // Forbidden: then nothing is there.
      }
    },
  };
}
