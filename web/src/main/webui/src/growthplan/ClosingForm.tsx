import { useNavigate } from 'react-router';
import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { today } from '../parts/dates';
import { LastWords } from '../parts/LastWords';
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
  return (
    <LastWords
      keptAs={`${ending}-${id}`}
      question={words.question}
      field={words.field}
      fieldName={ending === 'achieve' ? 'note' : 'reason'}
      longest={LONGEST_NOTE}
      label={words.label}
      stay={words.stay}
      autoFocus
      send={(said) => close(ending, id, said)}
      changes={CHANGED}
      done={words.done}
      onDone={() => void navigate({ hash: placeOf(id) }, { replace: true, preventScrollReset: true })}
      cancel={cancel}
    />
  );
}

async function close(ending: Ending, id: string, said: string) {
  const params = { path: { id } };
  const on = today();
  return ending === 'achieve'
    ? body(await insights.POST('/api/v1/growth-plan/goals/{id}/achievement', { params, body: { ...(said !== '' && { note: said }), on } }))
    : body(await insights.POST('/api/v1/growth-plan/goals/{id}/abandonment', { params, body: { ...(said !== '' && { reason: said }), on } }));
}
