import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Applications } from '../api/reads';
import { Section } from '../parts/Section';
import { AskForm } from './AskForm';
import { CorrectionForm } from './CorrectionForm';
import { deedIn, DEEDS, possible, type Deed } from './deed';
import { OfferForm } from './OfferForm';
import { RejectionForm } from './RejectionForm';
import { Reopening } from './Reopening';
import { StageForm } from './StageForm';
import { WithdrawalForm } from './WithdrawalForm';

type Application = Applications['ApplicationView'];

/** What every deed is given. */
export interface DeedProps {
  application: Application;
  /** It is done. */
  done: () => void;
  /** It is left alone. */
  cancel: () => void;
}

/** What can be recorded now; the one that was chosen opens below. */
export function Deeds({ application }: { application: Application }) {
  const [address, setAddress] = useSearchParams();
  const open = deedIn(address, application.status);

  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [open]);

  function show(deed: Deed | undefined) {
    setAddress(deed === undefined ? {} : { do: deed }, { replace: open !== undefined, preventScrollReset: true });
  }

  return (
    <Stack gap="md" className="screen-only">
      <Group gap="xs" role="group" aria-label="What can be recorded">
        {possible(application.status).map((deed) => (
          <Button
            key={deed}
            id={idOf(deed)}
            variant={deed === open ? 'light' : 'default'}
            aria-expanded={deed === open}
            onClick={() => show(deed === open ? undefined : deed)}
          >
            {DEEDS[deed]}
          </Button>
        ))}
      </Group>
      {open !== undefined && (
        <div ref={panel}>
          <Section title={DEEDS[open]}>
            <Opened
              deed={open}
              application={application}
              done={() => {
                show(undefined);
                document.querySelector<HTMLElement>('h1')?.focus();
              }}
              cancel={() => {
                show(undefined);
                document.getElementById(idOf(open))?.focus();
              }}
            />
          </Section>
        </div>
      )}
    </Stack>
  );
}

function idOf(deed: Deed): string {
  return `record-${deed}`;
}

function Opened({ deed, ...props }: DeedProps & { deed: Deed }) {
  switch (deed) {
    case 'stage':
      return <StageForm {...props} />;
    case 'rejection':
      return <RejectionForm {...props} />;
    case 'feedback':
      return <AskForm {...props} />;
    case 'offer':
      return <OfferForm {...props} />;
    case 'withdrawal':
      return <WithdrawalForm {...props} />;
    case 'reopening':
      return <Reopening {...props} />;
    case 'correction':
      return <CorrectionForm {...props} />;
  }
}
