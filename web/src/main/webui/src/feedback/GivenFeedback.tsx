import { useState } from 'react';
import type { Feedback } from '../api/reads';
import { GivenForm } from './GivenForm';
import { ReadOut } from './ReadOut';

/** Adds feedback that was given elsewhere, and then says what was read out of it. */
export function GivenFeedback({ close }: { close: () => void }) {
  const [recorded, setRecorded] = useState<Feedback['Recorded']>();
  return recorded === undefined ? (
    <GivenForm close={close} onRecorded={setRecorded} />
  ) : (
    <ReadOut recorded={recorded} another={() => setRecorded(undefined)} close={close} />
  );
}
