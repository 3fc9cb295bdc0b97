import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const [gone, setGone] = useState(false);
  return gone ? <Gone /> : <Held leave={() => setGone(true)} />;
}

function Held({ leave }: { leave: () => void }) {
  const { error } = useQuery(reads.applications());
  const erased = error instanceof Problem && error.status === FORBIDDEN;
  useEffect(() => {
    // Erased before, in another window or before a reload. Nothing is asked for any more from then on.
    if (erased) {
      leave();
    }
  });
  if (erased) {
    return null;
  }
  return (
    <Page title="Your data" lead="It is yours. This is what is held, and what others may do with it.">
      <Consents />
      <HeldSection />
      <TakeAway />
      <Erasing begun={leave} />
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
