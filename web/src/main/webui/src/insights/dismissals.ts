import { useSyncExternalStore } from 'react';
import { kept } from '../parts/kept';
import type { KnownEvidence } from './evidence';

const stored = kept<readonly KnownEvidence[]>('sessionStorage', 'rebound-dismissals');

const listeners = new Set<() => void>();
let aside = stored.read() ?? [];

function set(now: readonly KnownEvidence[]) {
  aside = now;
  stored.write(now);
  listeners.forEach((listener) => listener());
}

/** What was said in this tab not to count. The insights leave it out, so it is kept here for as long as it may be taken back. */
export const dismissals = {
  add(evidence: KnownEvidence): void {
    set([...aside.filter((one) => one.id !== evidence.id), evidence]);
  },

  remove(id: string): void {
    set(aside.filter((one) => one.id !== id));
  },
};

/** All of it, in the order in which it was set aside. */
export function useDismissals(): readonly KnownEvidence[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => aside,
  );
}
