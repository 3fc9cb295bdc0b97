import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Choice } from '../parts/Choice';
import { STATUSES } from '../words/codes';
import { LONGEST_SEARCH, type Wanted } from './pages';

/** How long nobody types before it is searched. */
const PAUSE_MS = 300;

interface Props extends Wanted {
  ask: (next: Wanted, typing: boolean) => void;
}

/** Narrows the list down. */
export function Filter({ status, q, ask }: Props) {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  const search = useDebouncedCallback((text: string) => {
    asked.current = text.trim();
    ask({ status, q: asked.current }, true);
  }, PAUSE_MS);

  // What nobody typed here came by a link, by 'Show all', or by going back.
  useEffect(() => {
    if (asked.current !== q) {
      asked.current = q;
      search.cancel();
      setTyped(q);
    }
  }, [q, search]);

  return (
    <Group align="flex-end" gap="sm" role="search">
      <TextInput
        label="Search"
        type="search"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        maxLength={LONGEST_SEARCH}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        flex="1 1 14rem"
        maw={360}
      />
      <Choice
        label="Status"
        words={STATUSES}
        none="All"
        value={status ?? ''}
        onChange={(chosen) => {
          asked.current = typed.trim();
          ask({ q: asked.current, ...(chosen !== '' && { status: chosen }) }, false);
        }}
      />
    </Group>
  );
}
