import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../api/problem';
import { reads } from '../api/reads';
import { Page } from '../parts/Page';
import { Consents } from './Consents';
import { Erased } from './Erased';
import { Erasing } from './Erasing';
import { HeldSection } from './HeldSection';
import { TakeAway } from './TakeAway';

const FORBIDDEN = 403;

/** What is held of the candidate, who may do what with it, and the ways to take it along and to end it. */
export function Component() {
  const [begun, setBegun] = useState(false);
  return begun ? <Gone /> : <Held begun={() => setBegun(true)} />;
}

function Held({ begun }: { begun: () => void }) {
  const { error } = useQuery(reads.applications());
  if (error instanceof Problem && error.status === FORBIDDEN) {
    // Erased before, in another window or before a reload.
    return <Gone />;
  }
  return (
    <Page title="Your data" lead="It is yours. This is what is held, and what others may do with it.">
      <Consents />
      <HeldSection />
      <TakeAway />
      <Erasing begun={begun} />
    </Page>
  );
}

function Gone() {
  return (
    <Page title="Your data">
      <Erased />
    </Page>
  );
}
