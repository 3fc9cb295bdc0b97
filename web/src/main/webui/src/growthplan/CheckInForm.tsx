import { NumberInput, Stack, Textarea } from '@mantine/core';
import { type FormEvent } from 'react';
import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import { useDraft } from '../parts/useDraft';
import { CHANGED } from './changed';
import { checkInOf, emptyCheckIn, LONGEST_NOTE, wrongCheckIn } from './checkIn';

interface Props {
  goal: Insights['Goal'];
  close: () => void;
}

/** Notes how a goal is going. */
export function CheckInForm({ goal: { id }, close }: Props) {
  const [draft, setDraft, clear] = useDraft(`check-in-${id}`, emptyCheckIn);
  const save = useCommand(
    async () =>
      body(await insights.POST('/api/v1/growth-plan/goals/{id}/check-ins', { params: { path: { id } }, body: { ...checkInOf(draft), on: today() } })),
    {
      changes: CHANGED,
      done: 'Noted.',
      onDone: () => {
        clear();
        close();
      },
    },
  );
  const { form, errors, passes, problem } = useComplaints(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrongCheckIn(draft))) {
      save.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Textarea
          label="How it is going"
          description="What you did, what you noticed. For yourself."
          autosize
          minRows={2}
          maxRows={12}
          maxLength={LONGEST_NOTE}
          autoFocus
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
          error={errors['note']}
        />
        <NumberInput
          label="How far along, in per cent"
          description="By your own feeling; it can stay empty."
          min={0}
          max={100}
          step={5}
          allowDecimal={false}
          clampBehavior="none"
          w={220}
          value={draft.progress}
          onChange={(progress) => setDraft({ ...draft, progress })}
          error={errors['progress']}
        />
        <FormFoot
          label="Save"
          pending={save.isPending}
          problem={problem}
          cancel={close}
        />
      </Stack>
    </form>
  );
}
