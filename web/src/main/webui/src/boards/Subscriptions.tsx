import { Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { useComplaints } from '../parts/complaints';
import { moment } from '../parts/dates';
import { Dialogue } from '../parts/Dialogue';
import { Empty } from '../parts/Empty';
import { FormFoot } from '../parts/FormFoot';
import { Section } from '../parts/Section';
import { say } from '../parts/toasts';
import { Failure, Waiting } from '../parts/Waiting';
import classes from './boards.module.css';
import { TYPES } from './types';

const CHANGES = [['applications', 'subscriptions'], ['applications', 'deliveries']];

/** Where the board is told of what. A secret is shown once, when it is made. */
export function Subscriptions() {
  const subscriptions = useQuery(reads.subscriptions(board));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <Section
      title="Subscriptions"
      actions={
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          Add one
        </Button>
      }
    >
      <Waiting for={subscriptions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing is sent yet. Add the address of your server, and Rebound calls it when something happens.</Empty>
          ) : (
            <ul className={classes.lines}>
              {items.map((one) => (
                <Line key={one.id} subscription={one} show={setSecret} />
              ))}
            </ul>
          )
        }
      </Waiting>
      <Dialogue opened={adding} onClose={() => setAdding(false)} title="Be told of what happens">
        <Adding
          cancel={() => setAdding(false)}
          done={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      </Dialogue>
      <Dialogue opened={secret !== undefined} onClose={() => setSecret(undefined)} title="The secret" closeOnClickOutside={false}>
        <Stack gap="md">
          <Text>
            Your server checks with it that a call comes from Rebound, as Standard Webhooks 1.0 says: any library for it will do. It is shown this once, so keep
            it where your server finds it.
          </Text>
          <Code block className={classes.wrapped}>
            {secret}
          </Code>
          <Group gap="sm">
            <Button variant="default" onClick={() => void navigator.clipboard.writeText(secret ?? '').then(() => say('Copied.'))}>
              Copy
            </Button>
            <Button onClick={() => setSecret(undefined)}>I have kept it</Button>
          </Group>
        </Stack>
      </Dialogue>
    </Section>
  );
}

function Line({ subscription, show }: { subscription: Applications['Subscription']; show: (secret: string) => void }) {
  const { id, url, types, disabledAt, formerSecretUntil } = subscription;
  const [sure, setSure] = useState(false);
  const [changing, setChanging] = useState(false);
  const rotate = useCommand(async () => body(await applications.POST('/api/v1/boards/{board}/subscriptions/{id}/secret', { params: { path: { board, id } } })), {
    changes: CHANGES,
    onDone: (rotated) => {
      setChanging(false);
      show(rotated.secret);
    },
  });
  const remove = useCommand(async () => applications.DELETE('/api/v1/boards/{board}/subscriptions/{id}', { params: { path: { board, id } } }), {
    changes: CHANGES,
    done: 'It is gone, and nothing more is sent there.',
  });
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={500} className={classes.address}>
          {url}
        </Text>
        <Text size="sm" c="dimmed">
          {types.join(', ')}
        </Text>
        {disabledAt && (
          <Text size="sm" className={classes.gone}>
            It answered that it is gone, {moment(disabledAt)}, and is sent nothing any more. Remove it, and add it again when it is back.
          </Text>
        )}
        {formerSecretUntil && new Date(formerSecretUntil) > new Date() && (
          <Text size="sm" c="dimmed">
            Signed with the former secret as well until {moment(formerSecretUntil)}.
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setChanging(true)} aria-label={`Change the secret of ${url}`}>
          Change the secret
        </Button>
        <Button size="xs" variant="default" onClick={() => setSure(true)} aria-label={`Remove ${url}`}>
          Remove
        </Button>
      </Group>
      <Dialogue opened={changing} onClose={() => setChanging(false)} title="Change the secret?">
        <Stack gap="md">
          <Text>You are shown a new one. For 24 hours calls are signed with both, which is time enough to give your server the new one.</Text>
          {rotate.error && <Failure problem={rotate.error} />}
          <Group gap="sm">
            <Button loading={rotate.isPending} onClick={() => rotate.mutate()}>
              Change it
            </Button>
            <Button variant="subtle" onClick={() => setChanging(false)}>
              Leave it
            </Button>
          </Group>
        </Stack>
      </Dialogue>
      <Dialogue opened={sure} onClose={() => setSure(false)} title="Remove this subscription?">
        <Stack gap="md">
          <Text>Its log goes with it, and so does what has not been taken yet.</Text>
          {remove.error && <Failure problem={remove.error} />}
          <Group gap="sm">
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              Remove it
            </Button>
            <Button variant="subtle" onClick={() => setSure(false)}>
              Leave it
            </Button>
          </Group>
        </Stack>
      </Dialogue>
    </li>
  );
}

function Adding({ done, cancel }: { done: (secret: string) => void; cancel: () => void }) {
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState(Object.keys(TYPES));
  const add = useCommand(
    async () =>
      body(await applications.POST('/api/v1/boards/{board}/subscriptions', { params: { path: { board } }, body: { url: url.trim(), types } })),
    { changes: CHANGES, onDone: (made) => done(made.secret) },
  );
  const { form, errors, passes, problem } = useComplaints(add.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes({ ...(url.trim() === '' && { url: 'Where should Rebound call?' }), ...(types.length === 0 && { types: 'Choose at least one.' }) })) {
      add.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Address"
          description="Begins with https:// and leads to the public internet."
          type="url"
          required
          maxLength={2000}
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={errors['url']}
        />
        <Checkbox.Group label="Of what" value={types} onChange={setTypes} error={errors['types']}>
          <Stack gap="xs" mt="xs">
            {Object.entries(TYPES).map(([type, text]) => (
              <Checkbox key={type} value={type} label={text} description={type} />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormFoot label="Add it" pending={add.isPending} problem={problem} cancel={cancel} />
      </Stack>
    </form>
  );
}
