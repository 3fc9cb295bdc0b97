import { Alert, Button, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { useFocusAfter } from '../parts/useFocusAfter';
import { CancelRequest } from './CancelRequest';
import { MOST_REMINDERS, notReminded, recruiterName, remindersInWords } from './requestWords';

/** What can be done while an answer may still come. */
export function WhileOpen({ request }: { request: Feedback['RequestView'] }) {
  const [cancelling, setCancelling] = useState(false);
  const takeBack = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useFocusAfter(takeBack, cancelled);
  const whom = recruiterName(request);
  const remind = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/reminder', { params: { path: { id: request.id } } })),
    { changes: [['feedback']], done: `${whom} is reminded.` },
  );

  return (
    <>
      <Group gap="sm">
        {request.reminders < MOST_REMINDERS && <Remind whom={whom} pending={remind.isPending} last={request.reminders + 1 >= MOST_REMINDERS} remind={(onError) => remind.mutate(undefined, { onError })} />}
        <Button ref={takeBack} size="xs" variant="subtle" onClick={() => setCancelling(true)} aria-label={`Take back: the request to ${whom}`}>
          Take back
        </Button>
        <Text size="sm" c="dimmed">
          {remindersInWords(request.reminders)}
        </Text>
      </Group>
      {remind.isError && (
        <Alert color={remind.error.status === 429 ? 'yellow' : 'red'} role="alert">
          {notReminded(remind.error, remind.submittedAt)}
        </Alert>
      )}
      <CancelRequest
        request={request}
        opened={cancelling}
        close={() => setCancelling(false)}
        onCancelled={() => {
          cancelled.current = true;
        }}
      />
    </>
  );
}

interface RemindProps {
  whom: string;
  pending: boolean;
  /** Whether it goes away with this reminder. */
  last: boolean;
  remind: (failed: () => void) => void;
}

function Remind({ whom, pending, last, remind }: RemindProps) {
  const button = useRef<HTMLButtonElement>(null);
  const reminded = useRef(false);
  useFocusAfter(button, reminded);
  return (
    <Button
      ref={button}
      size="xs"
      variant="default"
      loading={pending}
      onClick={() => {
        reminded.current = last;
        remind(() => (reminded.current = false));
      }}
      aria-label={`Remind ${whom}`}
    >
      Remind
    </Button>
  );
}
