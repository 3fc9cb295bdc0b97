import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { later, prepareWhenIdle } from '../parts/later';
import { loadAnew } from './anew';

/** Where a page is, and how its code is loaded; each exports itself as `Component`. */
export type LazyPage = [path: string, load: () => Promise<{ Component: ComponentType }>];

/**
 * Pages whose code is loaded when they are first opened; the router's own `lazy` would never ask again for what once could
 * not be loaded. When one is there and nothing else is to be done, the others are loaded too: they then open at once, and
 * also without a connection.
 */
export function lazyPages(pages: LazyPage[]): RouteObject[] {
  const all = pages.map(([path, load]) => ({ path, code: later<object>(async () => (await load()).Component) }));
  let begun = false;
  let spoilt = false;

  // Ends at the first that cannot be loaded: what failed once may not be asked for again, so no more than that is spoilt.
  async function inTurn() {
    try {
      for (const { code } of all) {
        await code.fetch();
      }
    } catch {
      spoilt = true;
    }
  }

  return all.map(({ path, code }) => ({
    path,
    async loader({ request }) {
      if (spoilt && code.there() === undefined) {
        loadAnew(request.url);
        return new Promise<null>(() => {});
      }
      await code.fetch();
      if (!begun) {
        begun = true;
        prepareWhenIdle({ prepare: () => void inTurn() });
      }
      return null;
    },
    shouldRevalidate: () => false,
    Component() {
      const Part = code.there();
      return Part === undefined ? null : <Part />;
    },
  }));
}
