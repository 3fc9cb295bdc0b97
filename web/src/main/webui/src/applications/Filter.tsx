import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
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
  const came = useNavigationType();
  const search = useDebouncedCallback((text: string) => ask({ status, q: text.trim() }, true), PAUSE_MS);

  // Back and forward change the address without anybody typing.
  useEffect(() => {
    if (came === 'POP') {
      setTyped(q);
    }
  }, [q, came]);

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
        onChange={(chosen) => ask({ q: typed.trim(), ...(chosen !== '' && { status: chosen }) }, false)}
      />
    </Group>
  );
}
