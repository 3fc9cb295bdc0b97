import { Badge, Button, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { moment } from '../parts/dates';
import { Dialogue } from '../parts/Dialogue';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import classes from './boards.module.css';
import { host, laidOut, standing, TYPES } from './types';

type Delivery = Applications['BoardDelivery'];

const COLOURS = { PENDING: {}, DELIVERED: { variant: 'light', color: 'green' }, FAILED: { variant: 'light', color: 'red' } } as const;

/** What was sent last, and how it went. */
export function Deliveries() {
  const deliveries = useQuery(reads.deliveries(board));
  const subscriptions = useQuery(reads.subscriptions(board));
  const [show, setShow] = useState('all');
  const [read, setRead] = useState<Delivery>();
  const addresses = new Map(subscriptions.data?.items.map(({ id, url }) => [id, host(url)]));
  return (
    <Section
      title="Deliveries"
      note="The last 30 days, 200 at most"
      actions={
        <Button size="xs" variant="default" loading={deliveries.isFetching} onClick={() => void deliveries.refetch()}>
          Look again
        </Button>
      }
    >
      <Waiting for={deliveries}>
        {({ items }) => {
          const open = items.filter(({ status }) => status !== 'DELIVERED');
          const shown = show === 'open' ? open : items;
          return items.length === 0 ? (
            <Empty>Nothing has been sent in the last 30 days.</Empty>
          ) : (
            <>
              <SegmentedControl
                aria-label="Which deliveries"
                value={show}
                onChange={setShow}
                data={[
                  { value: 'all', label: 'All' },
                  { value: 'open', label: `Not taken (${open.length})` },
                ]}
                mb="xs"
              />
              {shown.length === 0 ? (
                <Empty>All of them were taken.</Empty>
              ) : (
                <ul className={classes.lines}>
                  {shown.map((one) => (
                    <Line key={one.id} delivery={one} address={addresses.get(one.subscription)} open={() => setRead(one)} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Waiting>
      <Dialogue opened={read !== undefined} onClose={() => setRead(undefined)} title="What is sent" size="lg">
        {read && <Sent delivery={read} />}
      </Dialogue>
    </Section>
  );
}

function Line({ delivery, address, open }: { delivery: Delivery; address: string | undefined; open: () => void }) {
  const { id, type, createdAt, dueAt, status } = delivery;
  const name = TYPES[type] ?? type;
  const replay = useCommand(async () => body(await applications.POST('/api/v1/boards/{board}/deliveries/{id}/replay', { params: { path: { board, id } } })), {
    changes: [['applications', 'deliveries']],
    done: 'It is on its way again.',
  });
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {moment(createdAt)}
          {address !== undefined && ` to ${address}`}
          {status === 'PENDING' && dueAt && `, tried next ${moment(dueAt)}`}
        </Text>
        {replay.error && (
          <Text size="sm" c="red" role="alert">
            {replay.error.message}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Badge variant="default" {...COLOURS[status]}>
          {standing(delivery)}
        </Badge>
        <Button size="xs" variant="default" onClick={open} aria-label={`Show what is sent: ${name}, ${moment(createdAt)}`}>
          Show
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={replay.isPending}
          onClick={() => replay.mutate()}
          aria-label={`Send again: ${name}, ${moment(createdAt)}`}
        >
          Send again
        </Button>
      </Group>
    </li>
  );
}

function Sent({ delivery }: { delivery: Delivery }) {
  const { id, body: sent, attempts, lastAt } = delivery;
  return (
    <Stack gap="md">
      <Text size="sm">
        {standing(delivery)}
        {attempts > 0 && lastAt && `, last ${moment(lastAt)}`}
      </Text>
      <Text size="sm">
        <Code>webhook-id</Code> {id}
      </Text>
      {sent ? (
        <Code block className={classes.wrapped}>
          {laidOut(sent)}
        </Code>
      ) : (
        <Text c="dimmed">The candidate it told of has been erased, and so has what it said.</Text>
      )}
    </Stack>
  );
}
