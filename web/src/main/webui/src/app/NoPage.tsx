import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { Page } from '../parts/Page';

/** Nothing is at this address, or nothing for this person. */
export function NotFound() {
  return (
    <Page title="There is no such page">
      <Text>The address may have been cut off or mistyped, or what was there has been taken away.</Text>
      <Anchor component={Link} to="/">
        Go to the start
      </Anchor>
    </Page>
  );
}

/** A page broke, or could not be loaded. */
export function Failed() {
  const error = useRouteError();
  console.error(error);
  return (
    <Page title="Something went wrong here">
      <Text>It is not your doing, and what was saved before is still there.</Text>
      <Group mt="md">
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
        <Anchor href="/">Go to the start</Anchor>
      </Group>
    </Page>
  );
}
