import { useLayoutEffect, type RefObject } from 'react';

/**
 * Where a button goes away with what it was about, the row around it (`data-row`) has the focus next; where that goes
 * too, the title of the page.
 *
 * @param leaves set to true when what was done takes the button away, although the focus is elsewhere for the moment
 */
export function useFocusAfter(button: RefObject<HTMLElement | null>, leaves: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const element = button.current;
    const row = element?.closest<HTMLElement>('[data-row]');
    return () => {
      if (element !== null && (leaves.current || document.activeElement === element)) {
        setTimeout(() => (row?.isConnected === true ? row : document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true }));
      }
    };
  }, [button, leaves]);
}
