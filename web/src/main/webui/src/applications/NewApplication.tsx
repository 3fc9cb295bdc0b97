import { Button, SegmentedControl, Stack } from '@mantine/core';
import { type FormEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { FormFoot } from '../parts/FormFoot';
import { Page } from '../parts/Page';
import { useDraft } from '../parts/useDraft';
import { AppliedOnField } from './AppliedOnField';
import { MoreAboutTheJob } from './MoreAboutTheJob';
import { applicationOf, described, emptyDraft, stillGuessed, wrong, type NewDraft } from './newDraft';
import { Description, TitleAndCompany } from './PostingFields';
import type { PostingDraft } from './postingDraft';
import { RecruiterFields } from './RecruiterFields';

/** Recording an application, by typing or by pasting the advertisement. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  return (
    <Page title="Add an application" lead="A title, a company and the day are enough. What you type stays in this tab until it is saved.">
      <SegmentedControl
        aria-label="How to add it"
        size="md"
        value={address.get('by') === 'paste' ? 'paste' : 'form'}
        onChange={(by) => setAddress(by === 'paste' ? { by } : {}, { replace: true })}
        data={[
          { value: 'form', label: 'Type it in' },
          { value: 'paste', label: 'Paste a description' },
        ]}
        w="fit-content"
      />
      <Form paste={address.get('by') === 'paste'} />
    </Page>
  );
}

function Form({ paste }: { paste: boolean }) {
  const navigate = useNavigate();
  const [draft, setDraft, clear] = useDraft<NewDraft>('application', emptyDraft());
  const save = useCommand(
    async () => body(await applications.POST('/api/v1/applications', { body: applicationOf(draft) })),
    {
      changes: [['applications'], ['insights']],
      done: 'Saved.',
      onDone: ({ id }) => {
        clear();
        void navigate(`/applications/${id}`);
      },
    },
  );
  const { form, errors: shown, passes, problem } = useComplaints(save.error);

  function change(changes: Partial<PostingDraft>) {
    const { description, ...others } = changes;
    const next = { ...draft, posting: { ...draft.posting, ...others } };
    setDraft(description === undefined ? next : described(next, description));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrong(draft))) {
      save.mutate();
    }
  }

  const description = <Description draft={draft.posting} change={change} errors={shown} rows={paste ? 10 : 4} />;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="lg" maw={680}>
        {paste && description}
        <TitleAndCompany draft={draft.posting} change={change} errors={shown} guessed={stillGuessed(draft)} />
        <AppliedOnField value={draft.appliedOn} onChange={(appliedOn) => setDraft({ ...draft, appliedOn })} error={shown['appliedOn']} />
        {!paste && description}
        <MoreAboutTheJob draft={draft.posting} change={change} errors={shown} />
        <RecruiterFields
          draft={draft.recruiter}
          change={(changes) => setDraft({ ...draft, recruiter: { ...draft.recruiter, ...changes } })}
          errors={shown}
        />
        <FormFoot
          label="Save the application"
          pending={save.isPending}
          problem={problem}
          cancel={
            <Button component={Link} to="/applications" variant="subtle">
              Not now
            </Button>
          }
        />
      </Stack>
    </form>
  );
}
