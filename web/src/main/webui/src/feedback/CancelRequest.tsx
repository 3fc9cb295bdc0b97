import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { Dialogue } from '../parts/Dialogue';
import { recruiterName } from './requestWords';

interface Props {
  request: Feedback['RequestView'];
  opened: boolean;
  close: () => void;
  onCancelled: () => void;
}

/** Asks before a request is taken back: its link cannot be brought to life again. */
export function CancelRequest({ request, opened, close, onCancelled }: Props) {
  const cancel = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/cancellation', { params: { path: { id: request.id } } })),
    {
      changes: [['feedback']],
      done: 'The request is taken back.',
      onDone: () => {
        onCancelled();
        close();
      },
    },
  );

  return (
    <Dialogue opened={opened} onClose={close} title="Take this request back?">
      <Stack gap="md">
        <Text>
          The link that {recruiterName(request)} has by e-mail will open nothing any more. While the application is rejected, you can ask again with a new e-mail.
        </Text>
        {cancel.isError && (
          <Alert color="red" role="alert">
            {cancel.error.message}
          </Alert>
        )}
        <Group gap="sm">
          <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Take it back
          </Button>
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </Dialogue>
  );
}
