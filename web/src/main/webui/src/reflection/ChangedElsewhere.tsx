import { Alert, Button, Group, Text } from '@mantine/core';

interface Props {
  load: () => void;
  keep: () => void;
}

/** Asks which of two states of a reflection is to stay. */
export function ChangedElsewhere({ load, keep }: Props) {
  return (
    <Alert color="yellow" role="alert">
      {/* Not as the alert's title: yellow on pale yellow cannot be read. */}
      <Text size="sm" fw={700} mb={4}>
        This was changed elsewhere
      </Text>
      <Text size="sm">
        It was changed in another tab or on another device after you opened it here. Nothing is saved here until you choose which of the two stays.
      </Text>
      <Group gap="sm" mt="sm">
        <Button variant="default" onClick={load}>
          Load what is there now
        </Button>
        <Button variant="default" onClick={keep}>
          Keep mine
        </Button>
      </Group>
    </Alert>
  );
}
