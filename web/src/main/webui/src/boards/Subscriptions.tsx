import { Alert, Badge, Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { useComplaints } from '../parts/complaints';
import { day } from '../parts/dates';
import { Dialogue } from '../parts/Dialogue';
import { Empty } from '../parts/Empty';
import { FormFoot } from '../parts/FormFoot';
import { Section } from '../parts/Section';
import { say } from '../parts/toasts';
import { useSendingKey } from '../parts/useSendingKey';
import { Waiting } from '../parts/Waiting';
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
            <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((one) => (
                <Line key={one.id} subscription={one} show={setSecret} />
              ))}
            </Stack>
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
          <Text>Your server checks with it that a call comes from Rebound. It is shown this once: keep it where your server finds it.</Text>
          <Code block>{secret}</Code>
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
  const rotate = useCommand(async () => body(await applications.POST('/api/v1/boards/{board}/subscriptions/{id}/secret', { params: { path: { board, id } } })), {
    changes: CHANGES,
    onDone: (rotated) => show(rotated.secret),
  });
  const remove = useCommand(async () => applications.DELETE('/api/v1/boards/{board}/subscriptions/{id}', { params: { path: { board, id } } }), {
    changes: CHANGES,
    done: 'It is gone, and nothing more is sent there.',
  });
  const [sure, setSure] = useState(false);
  const problem = rotate.error ?? remove.error;
  return (
    <Stack component="li" gap="xs" py="sm" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Text>
          <Text size="sm" c="dimmed">
            {types.map((type) => TYPES[type] ?? type).join('; ')}
            {formerSecretUntil && `; the former secret signs too until ${day(formerSecretUntil)}`}
          </Text>
        </div>
        <Group gap="xs">
          {disabledAt && <Badge color="red" variant="light">Gone since {day(disabledAt)}</Badge>}
          <Button size="xs" variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()} aria-label={`Change the secret of ${url}`}>
            Change the secret
          </Button>
          <Button size="xs" variant="default" onClick={() => setSure(true)} aria-label={`Remove ${url}`}>
            Remove
          </Button>
        </Group>
      </Group>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <Dialogue opened={sure} onClose={() => setSure(false)} title="Remove this subscription?">
        <Stack gap="md">
          <Text>Its log goes with it, and so does what has not been taken yet.</Text>
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
    </Stack>
  );
}

function Adding({ done, cancel }: { done: (secret: string) => void; cancel: () => void }) {
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState(Object.keys(TYPES));
  const key = useSendingKey();
  const add = useCommand(
    async () => {
      const request = { url: url.trim(), types };
      return body(
        await applications.POST('/api/v1/boards/{board}/subscriptions', {
          params: { path: { board }, header: { 'Idempotency-Key': key(request) } },
          body: request,
        }),
      );
    },
    { changes: CHANGES, onDone: (made) => done(made.secret) },
  );
  const { form, errors, passes } = useComplaints(add.error);

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
        <FormFoot label="Add it" pending={add.isPending} problem={add.error} cancel={cancel} />
      </Stack>
    </form>
  );
}
