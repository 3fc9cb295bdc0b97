import { expect, test as base } from '@playwright/test';
import { complaints } from './whole';

interface Watched {
  /** Whether an answer that refuses something, or that does not come, is part of what is tried here. */
  refusals: boolean;
  /** What the browser says of the pages; nothing, if all is well. */
  heard: string[];
}

/** What the browser says of an answer that refuses something or does not come. */
const REFUSAL = /^Failed to load resource: /;

/** The window for signing in again may be one that the browser does not let close itself; then it says that it can be closed. */
const WINDOW = /^Scripts may close only the windows/;

const EITHER = new RegExp(`${REFUSAL.source}|${WINDOW.source}`);

/** A test at whose end the browser has had nothing to complain about. */
export const test = base.extend<Watched>({
  refusals: [true, { option: true }],
  heard: [
    async ({ context, baseURL, refusals }, use) => {
      const heard = complaints(context, new URL(baseURL ?? '').origin, refusals ? EITHER : WINDOW);
      await use(heard);
      expect.soft(heard, 'what the browser says').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
