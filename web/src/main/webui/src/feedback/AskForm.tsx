import { Anchor, Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { Link } from 'react-router';
import { body, feedback } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { nameOf } from '../applications/naming';
import { useComplaints } from '../parts/complaints';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { Waiting } from '../parts/Waiting';
import { askErrors, askOf, emptyAsk } from './drafts';

interface Props {
  /** What it is about, where that is known. */
  applicationId: string;
  close: () => void;
  onAsked: () => void;
}

/** Asks a recruiter about a rejection; only rejections can be asked about. */
export function AskForm(props: Props) {
  return (
    <Waiting for={useQuery(reads.applications('REJECTED'))} lines={6}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty
            action={
              <Anchor component={Link} to="/applications">
                Go to your applications
              </Anchor>
            }
          >
            A recruiter can be asked about an application that was rejected, and none is. Record the rejection with the application; then it shows here.
          </Empty>
        ) : (
          <Form {...props} rejected={items} />
        )
      }
    </Waiting>
  );
}

function Form({ applicationId, close, onAsked, rejected }: Props & { rejected: Applications['ApplicationSummary'][] }) {
  // Not the draft of the application's own page: here another application can be chosen.
  const [draft, setDraft, clear] = useDraft(`ask-somebody-${applicationId}`, emptyAsk(applicationId));
  const ask = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests', { body: askOf(draft) })),
    {
      changes: [['feedback']],
      done: 'They are asked by e-mail, and have two weeks.',
      onDone: () => {
        clear();
        onAsked();
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(ask.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(askErrors(draft))) {
      ask.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label="About which application"
          required
          data={[
            { value: '', label: 'Choose' },
            ...rejected.map(({ id, posting, rejection }) => ({
              value: id,
              label: rejection === undefined ? nameOf(posting) : `${nameOf(posting)}, rejected ${day(rejection.rejectedOn)}`,
            })),
          ]}
          value={draft.applicationId}
          onChange={(event) => setDraft({ ...draft, applicationId: event.currentTarget.value })}
          error={errors['applicationId']}
        />
        <Noted applicationId={draft.applicationId} fill={({ name, email }) => setDraft({ ...draft, name: name ?? '', email: email ?? '' })} />
        <TextInput
          label="The recruiter's name"
          description="Optional"
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={errors['recruiter.name']}
        />
        <TextInput
          label="The recruiter's e-mail"
          type="email"
          required
          autoComplete="off"
          maxLength={254}
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
          error={errors['recruiter.email']}
        />
        <Textarea
          label="Your words to them"
          description="Optional. They get a short letter with your name and a link in any case; a sentence of yours makes an answer likelier."
          autosize
          minRows={3}
          maxLength={10_000}
          value={draft.message}
          onChange={(event) => setDraft({ ...draft, message: event.currentTarget.value })}
          error={errors['message']}
        />
        <FormFoot label="Ask" pending={ask.isPending} problem={problem} cancel={close} />
      </Stack>
    </form>
  );
}

interface NotedProps {
  applicationId: string;
  fill: (recruiter: NonNullable<Applications['ApplicationView']['recruiter']>) => void;
}

/** The recruiter that was noted with the application, ready to be used. */
function Noted({ applicationId, fill }: NotedProps) {
  const { data } = useQuery({ ...reads.application(applicationId), enabled: applicationId !== '' });
  const recruiter = data?.recruiter;
  if (recruiter === undefined) {
    return null;
  }
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        Noted with it: {[recruiter.name, recruiter.email].filter(Boolean).join(', ')}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => fill(recruiter)}>
        Fill in
      </Button>
    </Group>
  );
}
