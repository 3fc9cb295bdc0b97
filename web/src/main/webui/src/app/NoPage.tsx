import { Anchor, Button, Group, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Link, useRouteError } from 'react-router';
import { Page } from '../parts/Page';
import { loadAnew } from './anew';

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

/** What browsers say where the code of a page could not be loaded. */
const NOT_LOADED = /dynamically imported module|importing a module script|unable to preload/i;

/** The code of a page could not be loaded. The address is the wanted one, so loading it anew shows it, at once when the connection is back. */
function NotThere() {
  useWindowEvent('online', () => loadAnew());

  return navigator.onLine ? (
    <Page title="This page could not be loaded">
      <Text>Either the connection is lost, or there is a new version of Rebound; then loading the page again helps.</Text>
      <Button mt="md" onClick={() => loadAnew()}>
        Load the page again
      </Button>
    </Page>
  ) : (
    <Page title="This page comes when you are back">
      <Text>You are offline, and this page has not been loaded before. Nothing of yours is lost; it shows once the connection is there again.</Text>
    </Page>
  );
}

/** A page broke, or could not be loaded. */
export function Failed() {
  const error = useRouteError();
  if (!navigator.onLine || NOT_LOADED.test(String(error))) {
    return <NotThere />;
  }
  console.error(error);
  return (
    <Page title="Something went wrong here">
      <Text>It is not your doing, and what was saved before is still there.</Text>
      <Group mt="md">
        <Button onClick={() => loadAnew()}>Load the page again</Button>
        <Anchor href="/">Go to the start</Anchor>
      </Group>
    </Page>
  );
}
