import { Anchor, Button, Group, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect } from 'react';
import { Link, useLocation, useNavigate, useNavigation, useRouteError } from 'react-router';
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

/** What browsers say where the code of a page could not be loaded. */
const NOT_LOADED = /dynamically imported module|importing a module script|unable to preload/i;

/** The code of a page could not be loaded; it is tried again as soon as the connection is back. */
function NotThere() {
  const location = useLocation();
  const navigate = useNavigate();
  const trying = useNavigation().state !== 'idle';
  const again = () => void navigate(location, { replace: true, state: location.state });
  useWindowEvent('online', again);

  // The button goes away with this, and the focus with it.
  useEffect(() => () => document.querySelector<HTMLElement>('h1')?.focus(), []);

  return (
    <Page title={navigator.onLine ? 'This page could not be loaded' : 'This page comes when you are back'}>
      <Text>
        {navigator.onLine
          ? 'Either the connection is lost, or there is a new version of Rebound; then loading the page again helps.'
          : 'You are offline, and this page has not been loaded before. Nothing of yours is lost; it shows once the connection is there again.'}
      </Text>
      <Group>
        <Button loading={trying} onClick={again}>
          Try again
        </Button>
        {navigator.onLine && (
          <Button variant="default" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        )}
      </Group>
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
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
        <Anchor href="/">Go to the start</Anchor>
      </Group>
    </Page>
  );
}
