import { Button, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { useDraft } from '../parts/useDraft';
import type { DeedProps } from './Deeds';
import { FormFoot } from './FormFoot';

/** Asks before an application is withdrawn, since that is final. */
export function WithdrawalForm({ application, done, cancel }: DeedProps) {
  const { id } = application;
  const [reason, setReason, clear] = useDraft(`withdrawal-${id}`, '');
  const save = useCommand(
    async () =>
      body(
        await applications.POST('/api/v1/applications/{id}/withdrawal', {
          params: { path: { id } },
          body: reason.trim() === '' ? {} : { reason: reason.trim() },
        }),
      ),
    {
      changes: [['applications'], ['feedback'], ['insights']],
      done: 'The application is withdrawn.',
      onDone: () => {
        clear();
        done();
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Text>
          This cannot be taken back: nothing more is recorded for a withdrawn application, apart from corrections and your reflection. It tells nobody;
          write to the company yourself.
        </Text>
        <Textarea
          label="Why, for yourself"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={save.error?.fields['reason']}
        />
        <FormFoot
          label="Withdraw for good"
          color="red"
          pending={save.isPending}
          problem={save.error}
          cancel={
            <Button variant="subtle" onClick={cancel}>
              Keep the application
            </Button>
          }
        />
      </Stack>
    </form>
  );
}
