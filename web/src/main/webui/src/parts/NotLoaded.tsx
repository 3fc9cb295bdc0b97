import { Alert, Button, Group, Text } from '@mantine/core';

interface Props {
  trying: boolean;
  again: () => void;
  /** What it was wanted for is left. */
  leave: () => void;
}

/** The code of something could not be loaded: said where it would have been, with the ways on. */
export function NotLoaded({ trying, again, leave }: Props) {
  return (
    <Alert color="red" role="alert">
      <Text size="sm">
        This could not be loaded. Either the connection is lost, or there is a new version of Rebound; then loading the page again helps.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" loading={trying} onClick={again} autoFocus>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          Load the page again
        </Button>
        <Button size="xs" variant="subtle" onClick={leave}>
          Not now
        </Button>
      </Group>
    </Alert>
  );
}
