import { Button, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useCommand } from '../api/useCommand';
import { FormFoot } from '../applications/FormFoot';
import { useDraft } from '../parts/useDraft';
import { dismiss } from './decisions';
import { CHANGED } from './useProfilePut';

interface Props {
  id: string;
  done: () => void;
  cancel: () => void;
}

/** Asks before a suggestion is dismissed, since it does not come back. */
export function DismissalForm({ id, done, cancel }: Props) {
  const [reason, setReason, clear] = useDraft(`dismissal-${id}`, '');
  const save = useCommand(() => dismiss(id, reason.trim()), {
    changes: CHANGED,
    done: 'Dismissed. Your search stays as it is.',
    onDone: () => {
      clear();
      done();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Text>It is not suggested again. You find it below, under what you decided, and can still use it from there.</Text>
        <Textarea
          label="Why, for yourself"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={save.error?.fields['reason']}
        />
        <FormFoot
          label="Dismiss it"
          pending={save.isPending || save.isSuccess}
          problem={save.error}
          cancel={
            <Button variant="subtle" onClick={cancel}>
              Keep the suggestion
            </Button>
          }
        />
      </Stack>
    </form>
  );
}
