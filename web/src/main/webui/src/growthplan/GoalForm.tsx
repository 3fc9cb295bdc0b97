import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { FormFoot } from '../parts/FormFoot';
import type { Undo } from '../parts/toasts';
import { useDraft } from '../parts/useDraft';
import { THEMES, type ThemeCode } from '../words/codes';
import { CHANGED } from './changed';
import { GOAL_THEMES, intentOf, ticked, wrong, type GoalDraft, type Intent } from './goalDraft';
import { LinesField } from './LinesField';

/** What is sent: what the goal shall want, what it wanted before, and what it is about. */
export interface Wish {
  intent: Intent;
  before: Intent;
  theme: ThemeCode;
}

interface Props<Goal> {
  /** Tells this draft from others. */
  keptAs: string;
  initial: GoalDraft;
  /** Whether what it is about is open. */
  withTheme?: boolean;
  /** What is said of the due date. */
  dueHint: string;
  label: string;
  send: (wish: Wish) => Promise<Goal>;
  /** What is said when it is done, and how it can be taken back. */
  done: string;
  undo?: (wish: Wish) => ReturnType<Undo>;
  onDone: (goal: Goal) => void;
  cancel: () => void;
}

/** What a goal wants, to be written. */
export function GoalForm<Goal>({ keptAs, initial, withTheme = false, dueHint, label, send, done, undo, onDone, cancel }: Props<Goal>) {
  // As it was when the form was opened: what changes elsewhere meanwhile is not taken back by it.
  const [before] = useState(initial);
  const [kept, setDraft, clear] = useDraft(keptAs, before);
  const draft = ticked(kept, initial.actions);
  const save = useCommand<Wish, Goal>(send, {
    changes: CHANGED,
    done,
    ...(undo && { undo: (_, wish) => undo(wish) }),
    onDone: (goal) => {
      clear();
      onDone(goal);
    },
  });
  const { form, errors, passes, problem } = useComplaints(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrong(draft)) && draft.theme !== '') {
      save.mutate({ intent: intentOf(draft), before: intentOf(before), theme: draft.theme });
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <Textarea
          label="What shall be different"
          autosize
          minRows={2}
          required
          autoFocus
          value={draft.statement}
          onChange={(event) => setDraft({ ...draft, statement: event.currentTarget.value })}
          error={errors['statement']}
        />
        {withTheme && (
          <NativeSelect
            label="What it is about"
            required
            w="fit-content"
            data={[{ value: '', label: 'Choose one' }, ...GOAL_THEMES.map((value) => ({ value, label: THEMES[value] }))]}
            value={draft.theme}
            onChange={(event) => setDraft({ ...draft, theme: event.currentTarget.value as ThemeCode | '' })}
            error={errors['theme']}
          />
        )}
        <LinesField
          legend="What to look at"
          one="Focal point"
          field="focalPoints"
          lines={draft.focalPoints}
          change={(focalPoints) => setDraft({ ...draft, focalPoints })}
          errors={errors}
        />
        <LinesField
          legend="What to do"
          one="Action"
          field="actions"
          lines={draft.actions}
          change={(actions) => setDraft({ ...draft, actions })}
          errors={errors}
        />
        <TextInput
          label="Due on"
          description={dueHint}
          type="date"
          w="fit-content"
          min={today()}
          value={draft.dueOn}
          onChange={(event) => setDraft({ ...draft, dueOn: event.currentTarget.value })}
          error={errors['dueOn']}
        />
        <FormFoot
          label={label}
          pending={save.isPending || save.isSuccess}
          problem={problem}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
