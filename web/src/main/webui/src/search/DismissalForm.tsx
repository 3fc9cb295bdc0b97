import { LastWords } from '../parts/LastWords';
import { dismiss } from './decisions';
import { CHANGED } from './useProfilePut';

interface Props {
  id: string;
  done: () => void;
  cancel: () => void;
}

/** Asks before a suggestion is dismissed, since it does not come back. */
export function DismissalForm({ id, done, cancel }: Props) {
  return (
    <LastWords
      keptAs={`dismissal-${id}`}
      question="It is not suggested again. You find it below, under what you decided, and can still use it from there."
      field="Why, for yourself"
      fieldName="reason"
      longest={4000}
      label="Dismiss it"
      stay="Keep the suggestion"
      autoFocus
      send={(reason) => dismiss(id, reason)}
      changes={CHANGED}
      done="Dismissed. Your search stays as it is."
      onDone={done}
      cancel={cancel}
    />
  );
}
