import { Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import { applications, body } from '../api/client';
import type { Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { Choice } from '../parts/Choice';
import { type Complaints, useComplaints } from '../parts/complaints';
import { day, today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { STAGES, type StageCode } from '../words/codes';
import { wrongAfterwards } from './appliedOn';

/** An offer is recorded as one, not as a stage. */
const { OFFER: _, ...REACHABLE } = STAGES;

interface Draft {
  kind: Exclude<StageCode, 'OFFER'> | '';
  reachedOn: string;
  note: string;
}

interface Props {
  application: Applications['ApplicationView'];
  done: (kind: StageCode) => void;
  cancel: () => void;
}

/** Records a stage that took place, also after the end: notes are often tidied up later. */
export function StageForm({ application, done, cancel }: Props) {
  const { id, rejection, appliedOn } = application;
  const [draft, setDraft, clear] = useDraft<Draft>(`stage-${id}`, { kind: '', reachedOn: rejection?.rejectedOn ?? today(), note: '' });
  const save = useCommand(
    async (kind: StageCode) =>
      body(
        await applications.POST('/api/v1/applications/{id}/stages', {
          params: { path: { id } },
          body: { kind, reachedOn: draft.reachedOn, ...(draft.note.trim() !== '' && { note: draft.note.trim() }) },
        }),
      ),
    {
      changes: [['applications'], ['insights']],
      done: 'Stage added.',
      onDone: (_, kind) => {
        clear();
        done(kind);
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const { kind, reachedOn } = draft;
    const tooEarly = wrongAfterwards(reachedOn, appliedOn);
    const found: Complaints = {
      ...(kind === '' && { kind: 'Say which stage it was.' }),
      ...(reachedOn === '' && { reachedOn: 'Say on which day it was; about is good enough.' }),
      ...(tooEarly && { reachedOn: tooEarly }),
      ...(rejection !== undefined &&
        reachedOn > rejection.rejectedOn && { reachedOn: `The rejection came on ${day(rejection.rejectedOn)}; a stage cannot be later.` }),
    };
    if (passes(found) && kind !== '') {
      save.mutate(kind);
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Choice
          label="Stage"
          words={REACHABLE}
          none="Choose one"
          required
          autoFocus
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
          error={errors['kind']}
        />
        <TextInput
          label="On"
          type="date"
          required
          w="fit-content"
          max={rejection?.rejectedOn}
          value={draft.reachedOn}
          onChange={(event) => setDraft({ ...draft, reachedOn: event.currentTarget.value })}
          error={errors['reachedOn']}
        />
        <Textarea
          label="Note"
          description="For yourself: who was there, what was asked."
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
          error={errors['note']}
        />
        <FormFoot
          label="Add the stage"
          pending={save.isPending}
          problem={problem}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
