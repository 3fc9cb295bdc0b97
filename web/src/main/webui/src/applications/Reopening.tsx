import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DeedProps } from './Deeds';
import { useReopening } from './useReopening';

/** Asks before a rejection is taken back. */
export function Reopening({ application, done, cancel }: DeedProps) {
  const reopening = useReopening(application.id, done);
  return (
    <Stack gap="md" maw={560}>
      <Text>
        For a rejection that was recorded by mistake, or a company that came back to you. The application is open again, questions to recruiters that are
        still unanswered are taken back, and the history keeps both.
      </Text>
      {reopening.isError && (
        <Alert color="red" role="alert">
          {reopening.error.message}
        </Alert>
      )}
      <Group gap="sm">
        <Button loading={reopening.isPending} onClick={() => reopening.mutate()}>
          Take it back
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Leave it
        </Button>
      </Group>
    </Stack>
  );
}
