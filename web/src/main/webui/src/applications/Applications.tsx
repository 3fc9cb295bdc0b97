import { Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Applications } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Page } from '../parts/Page';
import { Waiting } from '../parts/Waiting';
import { ExportButton } from '../spreadsheet/ExportButton';
import { ApplicationCards } from './ApplicationCards';
import { ApplicationTable } from './ApplicationTable';
import { Filter } from './Filter';
import { addressOf, applicationPages, wanted, type Wanted } from './pages';

/** All applications, or those that are looked for. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const { status, q } = wanted(address);
  const pages = useInfiniteQuery({ ...applicationPages({ status, q }), placeholderData: keepPreviousData });
  const narrowed = status !== undefined || q !== '';
  const nothingYet = !narrowed && !pages.isPlaceholderData && pages.data?.pages[0]?.items.length === 0;

  function ask(next: Wanted, typing: boolean) {
    setAddress(addressOf(next), { replace: typing });
  }

  return (
    <Page
      title="Applications"
      lead="What you applied for, and where it stands."
      actions={
        <>
          <Button component={Link} to="/applications/new">
            Add an application
          </Button>
          <Button component={Link} to="/applications/import" variant="default">
            Import
          </Button>
          {!nothingYet && <ExportButton />}
        </>
      }
    >
      {nothingYet ? (
        <Empty
          action={
            <Group gap="sm">
              <Button component={Link} to="/applications/new">
                Add your first application
              </Button>
              <Button component={Link} to="/applications/import" variant="default">
                Import a CSV file
              </Button>
            </Group>
          }
        >
          Nothing is recorded yet. A title and a company are enough to begin with; feedback, insights and a plan follow from there. What you keep in a
          spreadsheet can be imported.
        </Empty>
      ) : (
        <>
          <Filter status={status} q={q} ask={ask} />
          <Waiting for={pages} lines={8}>
            {({ pages: shown }) => (
              <List
                items={shown.flatMap((page) => page.items)}
                more={pages.hasNextPage ? { show: () => void pages.fetchNextPage(), pending: pages.isFetchingNextPage } : undefined}
                stale={pages.isPlaceholderData}
                showAll={() => ask({ q: '' }, false)}
              />
            )}
          </Waiting>
        </>
      )}
    </Page>
  );
}

interface ListProps {
  items: Applications['ApplicationSummary'][];
  more: { show: () => void; pending: boolean } | undefined;
  /** Whether these are from before the filter changed. */
  stale: boolean;
  showAll: () => void;
}

function List({ items, more, stale, showAll }: ListProps) {
  const wide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef<number>(undefined);

  // Whoever asked for more goes on reading where the new ones begin.
  useEffect(() => {
    if (seen.current !== undefined && items.length > seen.current) {
      list.current?.querySelectorAll('a')[seen.current]?.focus();
      seen.current = undefined;
    }
  }, [items.length]);

  if (items.length === 0) {
    return (
      <Empty
        action={
          <Button variant="default" onClick={showAll}>
            Show all applications
          </Button>
        }
      >
        No application fits. The search looks at title, company, place and industry.
      </Empty>
    );
  }
  return (
    <div aria-busy={stale}>
      <Text size="sm" c="dimmed" role="status" mb="xs">
        {items.length === 1 ? '1 application' : `${items.length} applications`}
        {more !== undefined && ', and there are more'}
      </Text>
      <div ref={list}>{wide ? <ApplicationTable items={items} /> : <ApplicationCards items={items} />}</div>
      {more !== undefined && (
        <Group mt="md">
          <Button
            variant="default"
            loading={more.pending}
            onClick={() => {
              seen.current = items.length;
              more.show();
            }}
          >
            Show more
          </Button>
        </Group>
      )}
    </div>
  );
}
