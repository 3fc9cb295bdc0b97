import { SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { body, feedback } from '../api/client';
import { useCommand } from '../api/useCommand';
import { askErrors, askOf, emptyAsk } from '../feedback/drafts';
import { useComplaints } from '../parts/complaints';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import type { DeedProps } from './Deeds';
import { recruiterDraft } from './postingDraft';
import { useCancellation } from './useCancellation';

/** Asks a recruiter why it ended. */
export function AskForm({ application, done, cancel }: DeedProps) {
  const { id } = application;
  const [draft, setDraft, clear] = useDraft(`ask-${id}`, { ...emptyAsk(id), ...recruiterDraft(application.recruiter) });
  // What is written here is about this application, whatever was kept with it.
  const question = { ...draft, applicationId: id };
  const cancellation = useCancellation();
  const send = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests', { body: askOf(question) })),
    {
      changes: [['feedback']],
      done: 'The question is on its way, with a link that needs no account.',
      undo: (request) => cancellation.mutateAsync(request.id),
      onDone: () => {
        clear();
        done();
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(send.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(askErrors(question))) {
      send.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={680}>
        <Text>
          They get an e-mail with your name and a link that is good for two weeks. Answering takes about two minutes. If the answer names no cause, they are asked
          once more, for exactly what is missing.
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            label="Name"
            maxLength={200}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            error={errors['recruiter.name']}
          />
          <TextInput
            label="E-mail address"
            type="email"
            maxLength={254}
            required
            autoComplete="off"
            value={draft.email}
            onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
            error={errors['recruiter.email']}
          />
        </SimpleGrid>
        <Textarea
          label="A word from you"
          description="Optional. It stands above the questions, as you write it."
          autosize
          minRows={3}
          maxRows={10}
          maxLength={10_000}
          value={draft.message}
          onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
          error={errors['message']}
        />
        <FormFoot
          label="Send the question"
          pending={send.isPending}
          problem={problem}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
