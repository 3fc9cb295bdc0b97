import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { body, feedback } from '../api/client';
import { reads, type Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { nameOf } from '../applications/naming';
import { useComplaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { choices } from '../words/codes';
import { emptyGiven, givenErrors, givenOf, type SourceGiven } from './drafts';
import { GIVEN_BY } from './feedbackWords';
import { GivenRatings } from './GivenRatings';

interface Props {
  close: () => void;
  onRecorded: (recorded: Feedback['Recorded']) => void;
}

/** Writes down what somebody said elsewhere: in an appraisal, as a mentor, after a mock interview. */
export function GivenForm({ close, onRecorded }: Props) {
  const applications = useQuery(reads.applications());
  const [draft, setDraft, clear] = useDraft('given-feedback', emptyGiven(today()));
  const record = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback', { body: givenOf(draft) })),
    {
      changes: [['feedback'], ['insights']],
      onDone: (recorded) => {
        clear();
        onRecorded(recorded);
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(record.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(givenErrors(draft, today()))) {
      record.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label="Where it comes from"
          data={choices(GIVEN_BY)}
          value={draft.source}
          onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value as SourceGiven })}
          error={errors['source']}
        />
        <TextInput
          label="When it was given"
          type="date"
          required
          max={today()}
          value={draft.receivedOn}
          onChange={(event) => setDraft({ ...draft, receivedOn: event.currentTarget.value })}
          error={errors['receivedOn']}
        />
        <Textarea
          label="What was said"
          description="As literally as you can. What is good counts as much as what is not."
          required
          autosize
          minRows={5}
          maxLength={10_000}
          value={draft.comments}
          onChange={(event) => setDraft({ ...draft, comments: event.currentTarget.value })}
          error={errors['comments']}
        />
        <NativeSelect
          label="Which application it is about"
          description="Optional"
          data={[{ value: '', label: 'None' }, ...(applications.data?.items ?? []).map(({ id, posting }) => ({ value: id, label: nameOf(posting) }))]}
          value={draft.applicationId}
          onChange={(event) => setDraft({ ...draft, applicationId: event.currentTarget.value })}
          error={errors['applicationId']}
        />
        <GivenRatings draft={draft} onChange={setDraft} />
        <FormFoot label="Add" pending={record.isPending} problem={problem} cancel={close} />
      </Stack>
    </form>
  );
}
