import type { Applications } from '../api/reads';
import type { Complaints } from '../parts/complaints';
import { today } from '../parts/dates';
import { wrongAppliedOn } from './appliedOn';
import { guess, type Guess } from './guess';
import {
  complaints, emptyPosting, emptyRecruiter, postingOf, recruiterOf, type PostingDraft, type RecruiterDraft,
} from './postingDraft';

/** An application as it is being typed. */
export interface NewDraft {
  posting: PostingDraft;
  recruiter: RecruiterDraft;
  appliedOn: string;
  /** What was taken from the advertisement's first lines. */
  guessed: Guess;
}

export function emptyDraft(): NewDraft {
  return { posting: emptyPosting, recruiter: emptyRecruiter, appliedOn: '', guessed: {} };
}

/** The draft with another description; what nobody typed over follows it. */
export function described(draft: NewDraft, description: string): NewDraft {
  const guessed = guess(description);
  const follow = (field: keyof Guess) => {
    const now = draft.posting[field];
    return now === (draft.guessed[field] ?? '') ? (guessed[field] ?? '') : now;
  };
  return { ...draft, guessed, posting: { ...draft.posting, description, title: follow('title'), company: follow('company') } };
}

/** Which of title and company stand there as they were guessed. */
export function stillGuessed({ posting, guessed }: NewDraft): (keyof Guess)[] {
  return (['title', 'company'] as const).filter((field) => guessed[field] !== undefined && posting[field] === guessed[field]);
}

/** What is wrong with it. */
export function wrong(draft: NewDraft): Complaints {
  const appliedOn = wrongAppliedOn(draft.appliedOn, today());
  return { ...complaints(draft.posting, draft.recruiter), ...(appliedOn && { appliedOn }) };
}

/** The application as the service takes it. */
export function applicationOf({ posting, recruiter, appliedOn }: NewDraft): Applications['SubmitRequest'] {
  const whom = recruiterOf(recruiter);
  return { posting: postingOf(posting), appliedOn, ...(whom && { recruiter: whom }) };
}
