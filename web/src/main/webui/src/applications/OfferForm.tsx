import { Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { wrongReceivedOn } from './appliedOn';
import type { DeedProps } from './Deeds';

/** Records an offer. */
export function OfferForm({ application, done, cancel }: DeedProps) {
  const [receivedOn, setReceivedOn] = useState(today());
  const wrong = receivedOn === '' ? 'Say on which day it came.' : wrongReceivedOn(receivedOn, application.appliedOn, today());
  const save = useCommand(
    async () => body(await applications.POST('/api/v1/applications/{id}/offer', { params: { path: { id: application.id } }, body: { receivedOn } })),
    { changes: [['applications'], ['insights']], done: 'The offer is recorded.', onDone: done },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wrong === undefined) {
      save.mutate();
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <TextInput
          label="Received on"
          type="date"
          max={today()}
          required
          w="fit-content"
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
          error={wrong ?? save.error?.fields['receivedOn']}
        />
        <Text size="sm" c="dimmed">
          A recorded offer stays in the record. If it falls through later, record a rejection or withdraw.
        </Text>
        <FormFoot
          label="Record the offer"
          pending={save.isPending}
          problem={save.error}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
