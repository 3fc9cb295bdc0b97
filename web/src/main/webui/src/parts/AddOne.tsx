import { Button, Group } from '@mantine/core';
import { useId, useState } from 'react';
import { Choice } from './Choice';

interface Props<Code extends string> {
  label: string;
  /** What can be added, each with its words. */
  words: Record<Code, string>;
  /** What the press adds, as in 'Add this cause'. */
  what: string;
  add: (code: Code) => void;
}

/**
 * One more of a list. It is chosen first and added by a press, or by Enter: a choice that acted at once would take
 * whatever an arrow key passes over.
 */
export function AddOne<Code extends string>({ label, words, what, add }: Props<Code>) {
  const id = useId();
  const [chosen, setChosen] = useState<Code | ''>('');
  const there = chosen !== '' && chosen in words ? chosen : '';

  function take() {
    document.getElementById(id)?.focus();
    if (there !== '') {
      setChosen('');
      add(there);
    }
  }

  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" maw={440}>
      <Choice
        id={id}
        label={label}
        words={words}
        none="Choose one"
        flex={1}
        miw={0}
        value={there}
        onChange={setChosen}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && there !== '') {
            event.preventDefault();
            take();
          }
        }}
      />
      <Button variant="default" onClick={take} aria-label={`Add this ${what}`}>
        Add
      </Button>
    </Group>
  );
}
