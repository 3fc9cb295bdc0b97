import { Badge, Button, Code, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { firstOf, useComplaints, type Complaints } from '../parts/complaints';
import { moment } from '../parts/dates';
import { Dialogue } from '../parts/Dialogue';
import { FormFoot } from '../parts/FormFoot';
import { Section } from '../parts/Section';
import { say } from '../parts/toasts';
import { Failure, Waiting } from '../parts/Waiting';
import classes from './boards.module.css';
import { address, freshSecret, MOST_SECRETS, secretsOf, VENDORS, type Vendor } from './vendors';

const CHANGES = [['applications', 'webhooks']];

/** The systems that report to Rebound: which are set up, and how to set one up. */
export function Vendors() {
  const setUp = useQuery(reads.webhooks(board));
  return (
    <Section title="Systems that report to Rebound">
      <Waiting for={setUp}>
        {({ items }) => (
          <ul className={classes.lines}>
            {VENDORS.map((vendor) => (
              <Line key={vendor.provider} vendor={vendor} known={items.find(({ provider }) => provider === vendor.provider)} />
            ))}
          </ul>
        )}
      </Waiting>
    </Section>
  );
}

function Line({ vendor, known }: { vendor: Vendor; known: Applications['WebhookSetUp'] | undefined }) {
  const [setting, setSetting] = useState(false);
  const [ending, setEnding] = useState(false);
  const end = useCommand(
    async () => applications.DELETE('/api/v1/boards/{board}/webhooks/{provider}/secret', { params: { path: { board, provider: vendor.provider } } }),
    { changes: CHANGES, done: `Nothing is taken from ${vendor.name} any more.`, onDone: () => setEnding(false) },
  );
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={500}>{vendor.name}</Text>
        <Text size="sm" c="dimmed">
          {known ? `The secret is of ${moment(known.changedAt)}.` : 'Not set up'}
          {known?.formerUntil && ` The former one holds until ${moment(known.formerUntil)}.`}
        </Text>
      </div>
      <Group gap="xs">
        {known && (
          <Badge variant="light" color="green">
            Set up
          </Badge>
        )}
        <Button size="xs" variant="default" onClick={() => setSetting(true)} aria-label={`${known ? 'Change the secret of' : 'Set up'} ${vendor.name}`}>
          {known ? 'Change the secret' : 'Set up'}
        </Button>
        {known && (
          <Button size="xs" variant="default" onClick={() => setEnding(true)} aria-label={`Take nothing from ${vendor.name} any more`}>
            End
          </Button>
        )}
      </Group>
      <Dialogue opened={setting} onClose={() => setSetting(false)} title={`Set up ${vendor.name}`} size="lg" closeOnClickOutside={false}>
        <SettingUp vendor={vendor} close={() => setSetting(false)} />
      </Dialogue>
      <Dialogue opened={ending} onClose={() => setEnding(false)} title={`Take nothing from ${vendor.name} any more?`}>
        <Stack gap="md">
          <Text>Its secrets end at once, the former ones as well. What it has reported stays.</Text>
          {end.error && <Failure problem={end.error} />}
          <Group gap="sm">
            <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
              End it
            </Button>
            <Button variant="subtle" onClick={() => setEnding(false)}>
              Leave it
            </Button>
          </Group>
        </Stack>
      </Dialogue>
    </li>
  );
}

/** What can be seen here to be wrong with secrets; a vendor's form is judged by the service. */
function wrongWith(secrets: string[]): Complaints {
  if (secrets.some((secret) => secret.length < 16)) {
    return { secret: 'A secret has 16 characters or more.' };
  }
  return secrets.length > MOST_SECRETS ? { secret: `At most ${MOST_SECRETS}.` } : {};
}

/** A secret is seen here alone: it is never shown again, wherever it was made. */
function SettingUp({ vendor, close }: { vendor: Vendor; close: () => void }) {
  const [secret, setSecret] = useState(() => (vendor.secret === 'ours' ? freshSecret(vendor) : ''));
  const [first, ...further] = secretsOf(vendor, secret);
  const put = useCommand(
    async () =>
      body(
        await applications.PUT('/api/v1/boards/{board}/webhooks/{provider}/secret', {
          params: { path: { board, provider: vendor.provider } },
          body: { secret: first, further },
        }),
      ),
    { changes: CHANGES, done: `${vendor.name} is set up.`, onDone: close },
  );
  const { form, errors, passes, problem } = useComplaints(put.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrongWith([first, ...further]))) {
      put.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{vendor.where}. To be sent: {vendor.events}</Text>
        <Copied label="Address to paste there" text={address(window.location.origin, board, vendor)} />
        {vendor.secret === 'ours' ? (
          <>
            <TextInput
              label="Secret"
              description="Made for you; give it to the system as well, or put one of your own here. It is not shown again."
              required
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
              error={errors['secret']}
            />
            <Group>
              <Button size="xs" variant="default" onClick={() => copy(secret)}>
                Copy the secret
              </Button>
            </Group>
          </>
        ) : (
          <Textarea
            label="Signature tokens"
            description="Those that the system shows you, each on a line of its own. Put all of them: they hold instead of what you put before."
            required
            autosize
            minRows={3}
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            error={errors['secret'] ?? firstOf(errors, 'further')}
          />
        )}
        <Text size="sm" c="dimmed">
          A former secret holds for 24 hours more, so nothing is lost while the system has not yet got the new one.
        </Text>
        <FormFoot label="Save the secret" pending={put.isPending} problem={problem} cancel={close} />
      </Stack>
    </form>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Code block className={classes.wrapped}>
        {text}
      </Code>
      <Group>
        <Button size="xs" variant="default" onClick={() => copy(text)}>
          Copy the address
        </Button>
      </Group>
    </Stack>
  );
}

function copy(text: string) {
  void navigator.clipboard.writeText(text).then(() => say('Copied.'));
}
