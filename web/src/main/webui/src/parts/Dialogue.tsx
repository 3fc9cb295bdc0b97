import type { ModalProps } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';

const Loaded = lazy(() => import('./LoadedDialogue'));

/** A dialogue over the page. What it takes to show one is loaded when the first is opened. */
export function Dialogue(props: ModalProps) {
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) {
    setWanted(true);
  }
  return wanted ? (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  ) : null;
}
