import { useSyncExternalStore } from 'react';
import { kept } from '../parts/kept';

// Where nothing can be kept, it is set aside until the page is loaded anew.
const stored = kept<string[]>('localStorage', 'rebound-set-aside');

/** More than anybody sets aside while it would still be proposed; the oldest are let go. */
const MOST = 200;

let ids: ReadonlySet<string> = new Set(stored.read());
const listeners = new Set<() => void>();

function show(now: string[]) {
  ids = new Set(now);
  listeners.forEach((listener) => listener());
}

/** Changes what is kept by now, which another tab may have added to. */
function change(to: (now: string[]) => string[]) {
  const now = to(stored.read() ?? [...ids]).slice(-MOST);
  stored.write(now);
  show(now);
}

window.addEventListener('storage', () => show(stored.read() ?? []));

/** What somebody does not want as their next step, by the ids of the things; remembered in this browser. */
export const setAside = {
  add: (id: string) => change((now) => [...now.filter((one) => one !== id), id]),
  takeBack: (id: string) => change((now) => now.filter((one) => one !== id)),
};

/** What is set aside now. */
export function useSetAside(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ids,
  );
}
