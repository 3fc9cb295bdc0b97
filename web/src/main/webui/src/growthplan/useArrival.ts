import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** What ends the address of a goal on this page. */
export function placeOf(goalId: string): string {
  return `goal-${goalId}`;
}

/** Brings a goal into view, with the focus on it, where the address ends in its place. */
export function useArrival(goalId: string) {
  const { hash, key } = useLocation();
  const place = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (hash !== `#${placeOf(goalId)}`) {
      return;
    }
    // After the frame of the page has put the focus on the title.
    const timer = setTimeout(() => {
      place.current?.closest('details')?.setAttribute('open', '');
      place.current?.scrollIntoView({ block: 'start' });
      place.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [hash, key, goalId]);

  return place;
}
