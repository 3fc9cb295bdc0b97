import { Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Section } from '../parts/Section';
import { Failure, Waiting } from '../parts/Waiting';
import classes from './data.module.css';
import { HOLDERS, isOver, type Erasure } from './erasure';
import { erasureState } from './erasureState';

/** For so long it can be read that all is gone, before one is signed out. */
const READ_MS = 12_000;

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** How far the erasure is, until everybody has deleted what they held; then one is signed out. */
export function Erased() {
  const state = useQuery(erasureState);
  const client = useQueryClient();
  const section = useRef<HTMLDivElement>(null);

  useEffect(() => {
    window.scrollTo(0, 0);
    section.current?.focus({ preventScroll: true });
    // What was read before is not to be seen any more, nor what was typed.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'erasure' });
    try {
      sessionStorage.clear();
    } catch {
      // Forbidden: then nothing was kept there either.
    }
  }, [client]);

  return (
    <div ref={section} tabIndex={-1} className={classes.step}>
      <Section title={state.data !== undefined && isOver(state.data) ? 'Everything is erased' : 'Everything is being erased'}>
        {state.data === undefined && state.isError ? (
          <Failure problem={state.error} again={() => void state.refetch()} />
        ) : (
          <Waiting for={state} lines={6}>
            {(known) => <Progress erasure={known} />}
          </Waiting>
        )}
      </Section>
    </div>
  );
}

function Progress({ erasure: known }: { erasure: Erasure }) {
  const over = isOver(known);
  return (
    <Stack gap="md">
      {!over && <Text maw={640}>This takes about a minute. It goes on by itself, also when you leave this page.</Text>}
      <ul className={classes.progress}>
        <Step what="The key to your words" at={known.erasedAt} done="destroyed" />
        {HOLDERS.map(({ service, held }) => (
          <Step key={service} what={held} at={known.forgotten[service]} done="deleted" />
        ))}
      </ul>
      <Text role="status" fw={500}>
        {over && 'Nothing is held of you any more. You are signed out in a moment.'}
      </Text>
      {over && <SigningOut />}
    </Stack>
  );
}

function Step({ what, at, done }: { what: string; at: string | undefined; done: string }) {
  return (
    <li>
      {at === undefined ? <IconHourglass size={20} stroke={1.6} aria-hidden="true" /> : <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" />}
      <span>{what}</span>
      <span className={classes.count}>{at === undefined ? 'waiting' : `${done} at ${TIME.format(new Date(at))}`}</span>
    </li>
  );
}

function SigningOut() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => form.current?.requestSubmit(), READ_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <form ref={form} method="post" action="/logout">
      <Button type="submit">Sign out now</Button>
    </form>
  );
}
