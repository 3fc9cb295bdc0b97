import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { moment } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { standing, TYPES } from './types';

const COLOURS = { PENDING: 'yellow', DELIVERED: 'green', FAILED: 'red' } as const;

/** What was sent last, and how it went. */
export function Deliveries() {
  const deliveries = useQuery(reads.deliveries(board));
  return (
    <Section
      title="Deliveries"
      note="The last 50"
      actions={
        <Button size="xs" variant="default" loading={deliveries.isFetching} onClick={() => void deliveries.refetch()}>
          Look again
        </Button>
      }
    >
      <Waiting for={deliveries}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing has been sent in the last 30 days.</Empty>
          ) : (
            <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((one) => (
                <Line key={one.id} delivery={one} />
              ))}
            </Stack>
          )
        }
      </Waiting>
    </Section>
  );
}

function Line({ delivery }: { delivery: Applications['BoardDelivery'] }) {
  const { id, type, createdAt, dueAt, status } = delivery;
  const replay = useCommand(async () => body(await applications.POST('/api/v1/boards/{board}/deliveries/{id}/replay', { params: { path: { board, id } } })), {
    changes: [['applications', 'deliveries']],
    done: 'It is on its way again.',
  });
  return (
    <Group component="li" justify="space-between" py="sm" gap="xs" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <div>
        <Text fw={500}>{TYPES[type] ?? type}</Text>
        <Text size="sm" c="dimmed">
          {moment(createdAt)}
          {status === 'PENDING' && dueAt && `, next at ${moment(dueAt)}`}
        </Text>
        {replay.error && (
          <Text size="sm" c="red" role="alert">
            {replay.error.message}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Badge variant="light" color={COLOURS[status]}>
          {standing(delivery)}
        </Badge>
        <Button size="xs" variant="default" loading={replay.isPending} onClick={() => replay.mutate()} aria-label={`Send again what was sent ${moment(createdAt)}`}>
          Send again
        </Button>
      </Group>
    </Group>
  );
}
