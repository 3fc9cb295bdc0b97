import { Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import type { DeedProps } from './Deeds';

/** Records an offer. */
export function OfferForm({ application, done, cancel }: DeedProps) {
  const [receivedOn, setReceivedOn] = useState(today());
  const save = useCommand(
    async () => body(await applications.POST('/api/v1/applications/{id}/offer', { params: { path: { id: application.id } }, body: { receivedOn } })),
    { changes: [['applications'], ['insights']], done: 'The offer is recorded.', onDone: done },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (receivedOn !== '') {
      save.mutate();
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <TextInput
          label="Received on"
          type="date"
          required
          w="fit-content"
          min={application.appliedOn}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
          error={receivedOn === '' ? 'Say on which day it came.' : save.error?.fields['receivedOn']}
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
