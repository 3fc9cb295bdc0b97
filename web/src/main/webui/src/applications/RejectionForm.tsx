import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { Choice } from '../parts/Choice';
import { useComplaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { STAGES } from '../words/codes';
import type { DeedProps } from './Deeds';
import { rejectionOf, wrongRejection, type RejectionDraft } from './rejection';
import { useReopening } from './useReopening';

/** Records how it ended, with the message as it came. */
export function RejectionForm({ application, done, cancel }: DeedProps) {
  const { id, status, recruiter } = application;
  const [draft, setDraft, clear] = useDraft<RejectionDraft>(`rejection-${id}`, { stage: '', rejectedOn: today(), message: '', reason: '' });
  const reopening = useReopening(id);
  const save = useCommand(
    async () => body(await applications.POST('/api/v1/applications/{id}/rejection', { params: { path: { id } }, body: rejectionOf(draft) })),
    {
      changes: [['applications'], ['feedback'], ['insights']],
      done: 'The rejection is recorded.',
      // Taking a rejection back leads to an open application, which is not where an offer came from.
      undo: status === 'ACTIVE' ? () => reopening.mutateAsync() : undefined,
      onDone: () => {
        clear();
        done();
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrongRejection(draft, application.appliedOn, today()))) {
      save.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={680}>
        <Textarea
          label="Their message"
          description="Paste it as it came. It is kept word for word."
          autosize
          minRows={4}
          maxRows={16}
          value={draft.message}
          onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
          error={errors['message']}
        />
        <TextInput
          label="Received on"
          type="date"
          max={today()}
          required
          w="fit-content"
          value={draft.rejectedOn}
          onChange={(event) => setDraft({ ...draft, rejectedOn: event.currentTarget.value })}
          error={errors['rejectedOn']}
        />
        <Choice
          label="Ended at"
          description="A stage that is not recorded yet is added."
          words={STAGES}
          none={application.stages.length === 0 ? 'Not known' : 'The last stage that is recorded'}
          value={draft.stage}
          onChange={(stage) => setDraft({ ...draft, stage })}
          error={errors['stage']}
        />
        <Textarea
          label="Reason, if one was given elsewhere"
          description="On the phone, for example."
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
          error={errors['reason']}
        />
        {recruiter?.email !== undefined && (
          <Text size="sm">
            When you save this, {recruiter.name ?? recruiter.email} is asked for feedback by e-mail, with your name. Taking the rejection back also takes the question
            back; the e-mail itself stays sent.
          </Text>
        )}
        <FormFoot
          label="Record the rejection"
          pending={save.isPending}
          problem={problem}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
