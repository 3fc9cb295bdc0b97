import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { applications, body } from '../api/client';
import type { Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { AppliedOnField } from './AppliedOnField';
import { wrongAppliedOn } from './appliedOn';
import { correction, type Correctable } from './correction';
import type { DeedProps } from './Deeds';
import { MoreAboutTheJob } from './MoreAboutTheJob';
import { Description, TitleAndCompany } from './PostingFields';
import { complaints, postingDraft, postingOf, recruiterDraft, recruiterOf, type PostingDraft, type RecruiterDraft } from './postingDraft';
import { RecruiterFields } from './RecruiterFields';

interface Draft {
  appliedOn: string;
  posting: PostingDraft;
  recruiter: RecruiterDraft;
}

function recorded({ appliedOn, posting, recruiter }: Draft): Correctable {
  const whom = recruiterOf(recruiter);
  return { appliedOn, posting: postingOf(posting), ...(whom && { recruiter: whom }) };
}

/** Puts right what is recorded of the job, the recruiter and the day of the application; the former words stay in the history. */
export function CorrectionForm({ application, done, cancel }: DeedProps) {
  const { id } = application;
  // As it was when the form was opened: what another tab changes meanwhile is no change of this one's, and is not taken back by it.
  const [{ version, before }] = useState(() => ({
    version: application.version,
    before: {
      appliedOn: application.appliedOn,
      posting: postingDraft(application.posting),
      recruiter: recruiterDraft(application.recruiter),
    } satisfies Draft,
  }));
  const [draft, setDraft, clear] = useDraft<Draft>(`correction-${id}-${version}`, before);

  // The API takes a merge patch, whose type its description cannot say.
  const patch = async (changes: Record<string, unknown>) =>
    body(await applications.PATCH('/api/v1/applications/{id}', { params: { path: { id } }, body: changes as unknown as Applications['CorrectedRequest'] }));
  const changed = [['applications'], ['feedback'], ['insights']];
  const back = useCommand(patch, { changes: changed, done: 'It is as it was before.' });
  const save = useCommand(patch, {
    changes: changed,
    done: 'Corrected.',
    undo: () => {
      const reversed = correction(recorded(draft), recorded(before));
      return reversed && back.mutateAsync(reversed);
    },
    onDone: () => {
      clear();
      done();
    },
  });
  const { form, errors, passes, problem } = useComplaints(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const appliedOn = wrongAppliedOn(draft.appliedOn, today(), application);
    if (!passes({ ...complaints(draft.posting, draft.recruiter), ...(appliedOn && { appliedOn }) })) {
      return;
    }
    const changes = correction(recorded(before), recorded(draft));
    if (changes === undefined) {
      cancel();
    } else {
      save.mutate(changes);
    }
  }

  const change = (changes: Partial<PostingDraft>) => setDraft({ ...draft, posting: { ...draft.posting, ...changes } });
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="lg" maw={680}>
        <TitleAndCompany draft={draft.posting} change={change} errors={errors} />
        <AppliedOnField value={draft.appliedOn} onChange={(appliedOn) => setDraft({ ...draft, appliedOn })} error={errors['appliedOn']} />
        <Description draft={draft.posting} change={change} errors={errors} rows={4} />
        <MoreAboutTheJob draft={draft.posting} change={change} errors={errors} />
        <RecruiterFields
          draft={draft.recruiter}
          change={(changes) => setDraft({ ...draft, recruiter: { ...draft.recruiter, ...changes } })}
          errors={errors}
        />
        <FormFoot
          label="Save the correction"
          pending={save.isPending}
          problem={problem}
          cancel={
            <Button
              variant="subtle"
              onClick={() => {
                clear();
                cancel();
              }}
            >
              Leave it as it is
            </Button>
          }
        />
      </Stack>
    </form>
  );
}
