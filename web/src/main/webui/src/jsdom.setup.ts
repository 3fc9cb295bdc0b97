/** What jsdom lacks of a browser, for every test that has one. */
if (typeof window !== 'undefined') {
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
    scrollTo: () => undefined,
  });
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
}
