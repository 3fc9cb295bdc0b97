import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Feedback } from '../api/reads';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { isOpen, REQUEST_STATES } from '../words/requests';
import { CLOSED, requestPages, WAITING } from './requestPages';

/** What the board's recruiters are asked for: what waits, and what is done. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const done = address.get('show') === 'closed';
  const requests = useInfiniteQuery(requestPages(done ? CLOSED : WAITING));

  async function showMore() {
    const { hasNextPage } = await requests.fetchNextPage();
    if (!hasNextPage) {
      // The button goes away, and the focus with it.
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  }

  return (
    <Page title="Inbox" lead="Candidates of your board who would like to know why. Two minutes and a few sentences are enough.">
      <SegmentedControl
        aria-label="Which requests"
        value={done ? 'closed' : 'open'}
        onChange={(show) => setAddress(show === 'open' ? {} : { show })}
        data={[
          { value: 'open', label: 'Waiting' },
          { value: 'closed', label: 'Closed' },
        ]}
        w="fit-content"
      />
      <Section title={done ? 'Closed' : 'Waiting for an answer'}>
        <Waiting for={requests}>
          {({ pages }) => {
            const shown = pages.flatMap((page) => page.items);
            return shown.length === 0 ? (
              <Empty>{done ? 'No request has been answered, declined or has expired yet.' : 'Nobody waits for an answer. When a candidate of your board asks, it shows here.'}</Empty>
            ) : (
              <>
                <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
                  {shown.map((one) => (
                    <Line key={one.id} request={one} />
                  ))}
                </Stack>
                {requests.hasNextPage && (
                  <Button variant="default" mt="md" loading={requests.isFetchingNextPage} onClick={() => void showMore()}>
                    Show more
                  </Button>
                )}
              </>
            );
          }}
        </Waiting>
      </Section>
    </Page>
  );
}

function Line({ request }: { request: Feedback['RequestView'] }) {
  const role = [request.posting.title, request.posting.company].filter(Boolean).join(' at ') || 'An application';
  const name = request.candidate.name === undefined ? role : `${request.candidate.name}, ${role}`;
  return (
    <Group component="li" justify="space-between" py="sm" gap="xs" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <div>
        {isOpen(request) ? (
          <Anchor component={Link} to={`/inbox/${request.id}`} fw={500}>
            {name}
          </Anchor>
        ) : (
          <Text fw={500}>{name}</Text>
        )}
        <Text size="sm" c="dimmed">
          asked {day(request.requestedAt)}
          {isOpen(request) && `, open until ${day(request.expiresAt)}`}
        </Text>
      </div>
      <Badge variant="default">{REQUEST_STATES[request.status]}</Badge>
    </Group>
  );
}
