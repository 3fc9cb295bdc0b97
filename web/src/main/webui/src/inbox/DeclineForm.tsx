import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { body, feedback } from '../api/client';
import { useCommand } from '../api/useCommand';
import { Dialogue } from '../parts/Dialogue';
import { Fold } from '../parts/Fold';
import { useDraft } from '../parts/useDraft';

/** As long as a reason may be on the invitation. */
const LONGEST_REASON = 500;

interface Props {
  requestId: string;
  /** Whether an answer was begun, which is not sent then. */
  begun: boolean;
  onDone: () => void;
}

/** For whoever cannot answer. It is for good, so it is asked about once more where an answer was begun. */
export function DeclineForm({ requestId, begun, onDone }: Props) {
  const [reason, setReason, clear] = useDraft(`decline-${requestId}`, '');
  const [asking, setAsking] = useState(false);
  const decline = useCommand(
    async () =>
      body(
        await feedback.POST('/api/v1/feedback-requests/{id}/decline', {
          params: { path: { id: requestId } },
          body: reason.trim() === '' ? {} : { reason: reason.trim() },
        }),
      ),
    {
      changes: [['feedback']],
      done: 'That is fine. You will not be asked again about this application.',
      onDone: () => {
        clear();
        onDone();
      },
    },
  );
  const stay = () => setAsking(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (begun) {
      setAsking(true);
    } else {
      decline.mutate();
    }
  }

  return (
    <Fold summary="I cannot give feedback">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label="Why not? Optional"
            description="For example: it is not allowed here, or you were not part of it. You will not be asked again. It cannot be taken back, and what you wrote above is not sent."
            dir="auto"
            autoComplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={decline.error?.fields['reason']}
          />
          {decline.isError && (
            <Alert color="red" role="alert">
              {decline.error.message}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={decline.isPending || decline.isSuccess}>
              Decline
            </Button>
          </Group>
        </Stack>
      </form>
      <Dialogue opened={asking} onClose={stay} title="Decline without sending your feedback?">
        <Stack gap="md">
          <Text>What you filled in above is lost then.</Text>
          <Group gap="sm">
            <Button
              onClick={() => {
                stay();
                decline.mutate();
              }}
            >
              Yes, decline
            </Button>
            <Button variant="default" onClick={stay}>
              No, go on writing
            </Button>
          </Group>
        </Stack>
      </Dialogue>
    </Fold>
  );
}
