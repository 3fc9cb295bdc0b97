import { TextInput, Textarea } from '@mantine/core';
import type { Complaints } from '../parts/complaints';
import { LONGEST_DESCRIPTION, type PostingDraft } from './postingDraft';

interface Props {
  draft: PostingDraft;
  change: (changes: Partial<PostingDraft>) => void;
  errors: Complaints;
}

const FROM_TEXT = 'From the first lines of the description. Please check.';

/**
 * What the job is, and who it is with.
 *
 * @param guessed which of the two were read out of the description and not yet typed over
 */
export function TitleAndCompany({ draft, change, errors, guessed = [] }: Props & { guessed?: ('title' | 'company')[] }) {
  return (
    <>
      <TextInput
        label="Job title"
        description={guessed.includes('title') && FROM_TEXT}
        maxLength={200}
        required
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={errors['posting.title']}
      />
      <TextInput
        label="Company"
        description={guessed.includes('company') && FROM_TEXT}
        maxLength={200}
        required
        value={draft.company}
        onChange={(event) => change({ company: event.currentTarget.value })}
        error={errors['posting.company']}
      />
    </>
  );
}

/** The text of the advertisement. */
export function Description({ draft, change, errors, rows }: Props & { rows: number }) {
  const { length } = draft.description;
  return (
    <Textarea
      label="Job description"
      description={
        length > LONGEST_DESCRIPTION * 0.9
          ? `${length} of ${LONGEST_DESCRIPTION} characters.`
          : 'The whole text, as it stands there. It is split into the parts of the job, which you can rate later.'
      }
      autosize
      minRows={rows}
      maxRows={16}
      value={draft.description}
      onChange={(event) => change({ description: event.currentTarget.value })}
      error={errors['posting.description']}
    />
  );
}
