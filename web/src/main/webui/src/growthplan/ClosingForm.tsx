import { Button, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { FormFoot } from '../applications/FormFoot';
import { useDraft } from '../parts/useDraft';
import { CHANGED } from './changed';
import { LONGEST_NOTE } from './checkIn';
import { placeOf } from './useArrival';

/** The two ways in which a goal ends. */
export type Ending = 'achieve' | 'let-go';

interface Words {
  question: string;
  label: string;
  field: string;
  stay: string;
  done: string;
}

const FOR_GOOD = 'This closes it for good: a closed goal cannot be opened again. If the theme comes up once more, it is proposed anew.';

const WORDS: Record<Ending, Words> = {
  achieve: {
    question: `Is it different now? That is for you to say. ${FOR_GOOD}`,
    label: 'Close it as achieved',
    field: 'What shows it, for yourself',
    stay: 'Not yet',
    done: 'Achieved.',
  },
  'let-go': {
    question: `Shall this goal go? That is fine: not everything that was said is worth your time. ${FOR_GOOD}`,
    label: 'Let it go',
    field: 'Why, for yourself',
    stay: 'Keep the goal',
    done: 'The goal is let go.',
  },
};

interface Props {
  goal: Insights['Goal'];
  ending: Ending;
  cancel: () => void;
}

/** Asks before a goal is closed, since that cannot be taken back. */
export function ClosingForm({ goal: { id }, ending, cancel }: Props) {
  const words = WORDS[ending];
  const navigate = useNavigate();
  const [said, setSaid, clear] = useDraft(`${ending}-${id}`, '');
  const save = useCommand(() => close(ending, id, said.trim()), {
    changes: CHANGED,
    done: words.done,
    onDone: () => {
      clear();
      void navigate({ hash: placeOf(id) }, { replace: true, preventScrollReset: true });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Text>{words.question}</Text>
        <Textarea
          label={words.field}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={LONGEST_NOTE}
          autoFocus
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
          error={save.error?.fields[ending === 'achieve' ? 'note' : 'reason']}
        />
        <FormFoot
          label={words.label}
          pending={save.isPending || save.isSuccess}
          problem={save.error}
          cancel={
            <Button variant="subtle" onClick={cancel}>
              {words.stay}
            </Button>
          }
        />
      </Stack>
    </form>
  );
}

async function close(ending: Ending, id: string, said: string) {
  const params = { path: { id } };
  return ending === 'achieve'
    ? body(await insights.POST('/api/v1/growth-plan/goals/{id}/achievement', { params, body: said === '' ? {} : { note: said } }))
    : body(await insights.POST('/api/v1/growth-plan/goals/{id}/abandonment', { params, body: said === '' ? {} : { reason: said } }));
}
