import { Stack, Text, Textarea } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useCommand } from '../api/useCommand';
import { FormFoot } from './FormFoot';
import { useDraft } from './useDraft';

interface Props {
  /** Tells this draft from others. */
  keptAs: string;
  /** What cannot be taken back, and what it means. */
  question: string;
  /** What may be said about it, and what the service calls that. */
  field: string;
  fieldName: 'reason' | 'note';
  longest: number;
  label: string;
  stay: string;
  color?: string;
  autoFocus?: boolean;
  /** Does it; the words are trimmed, and empty where nothing was said. */
  send: (words: string) => Promise<unknown>;
  changes: QueryKey[];
  /** What is said when it is done. */
  done: string;
  onDone: () => void;
  cancel: () => void;
}

/** Asks before something is done for good, and takes a word on it. */
export function LastWords({
  keptAs, question, field, fieldName, longest, label, stay, color, autoFocus = false, send, changes, done, onDone, cancel,
}: Props) {
  const [words, setWords, clear] = useDraft(keptAs, '');
  const command = useCommand(() => send(words.trim()), {
    changes,
    done,
    onDone: () => {
      clear();
      onDone();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    command.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Text>{question}</Text>
        <Textarea
          label={field}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={longest}
          autoFocus={autoFocus}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={command.error?.fields[fieldName]}
        />
        <FormFoot label={label} pending={command.isPending || command.isSuccess} problem={command.error} cancel={cancel} stay={stay} {...(color && { color })} />
      </Stack>
    </form>
  );
}
