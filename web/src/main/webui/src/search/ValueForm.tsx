import { MultiSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent } from 'react';
import type { Insights } from '../api/reads';
import { useComplaints } from '../parts/complaints';
import { FormFoot } from '../parts/FormFoot';
import { PayFields } from '../parts/PayFields';
import { useDraft } from '../parts/useDraft';
import { useAcceptance } from './useAcceptance';
import { codeChoices, LONGEST_VALUE, valueDraft, valueOf, wrongValue } from './value';

interface Props {
  refinement: Insights['Refinement'];
  done: () => void;
  cancel: () => void;
}

/** Accepts a suggested change with another value. */
export function ValueForm({ refinement, done, cancel }: Props) {
  const { id, kind } = refinement;
  const [draft, setDraft, clear] = useDraft(`refinement-${id}`, valueDraft(refinement));
  const save = useAcceptance(id, () => {
    clear();
    done();
  });
  const { form, errors, passes, problem } = useComplaints(save.error);
  const codes = codeChoices(refinement);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrongValue(kind, draft))) {
      save.accept(valueOf(kind, draft));
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        {codes !== undefined && (
          <MultiSelect
            label="Look only for"
            autoFocus
            data={codes}
            value={draft.codes}
            onChange={(chosen) => setDraft({ ...draft, codes: chosen })}
            error={errors['value']}
          />
        )}
        {kind === 'SALARY' && (
          <PayFields
            legend="The least pay"
            draft={draft.pay}
            change={(changes) => setDraft({ ...draft, pay: { ...draft.pay, ...changes } })}
            errors={errors}
            autoFocus
          />
        )}
        {codes === undefined && kind !== 'SALARY' && (
          <TextInput
            label={kind === 'PREFER_TERM' ? 'What to prefer' : 'What to leave out'}
            maxLength={LONGEST_VALUE}
            autoFocus
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
            error={errors['value']}
          />
        )}
        <FormFoot
          label="Accept with this"
          pending={save.isPending || save.isSuccess}
          problem={problem}
          cancel={cancel}
        />
      </Stack>
    </form>
  );
}
