import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../parts/Choice';
import { firstOf, type Complaints } from '../parts/complaints';
import { PayFields } from '../parts/PayFields';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';
import classes from './applications.module.css';
import { MORE_FIELDS, type PostingDraft } from './postingDraft';

interface Props {
  draft: PostingDraft;
  change: (changes: Partial<PostingDraft>) => void;
  errors: Complaints;
}

/** All that may be said of a job and need not; open where something in it is not right. */
export function MoreAboutTheJob({ draft, change, errors }: Props) {
  const [opened, setOpened] = useState(false);
  const wrong = Object.keys(errors).some((field) => MORE_FIELDS.some((more) => field.startsWith(`posting.${more}`)));

  return (
    <details open={opened || wrong} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.summary}>More about the job</summary>
      <Stack gap="md" pt="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            label="Place"
            maxLength={200}
            value={draft.location}
            onChange={(event) => change({ location: event.currentTarget.value })}
            error={errors['posting.location']}
          />
          <Choice label="Workplace" words={WORKPLACES} none="Not said" value={draft.workplace} onChange={(workplace) => change({ workplace })} />
          <Choice label="Level" words={SENIORITIES} none="Not said" value={draft.seniority} onChange={(seniority) => change({ seniority })} />
          <Choice
            label="Employment"
            words={EMPLOYMENTS}
            none="Not said"
            value={draft.employmentType}
            onChange={(employmentType) => change({ employmentType })}
          />
          <TextInput
            label="Industry"
            maxLength={200}
            value={draft.industry}
            onChange={(event) => change({ industry: event.currentTarget.value })}
            error={errors['posting.industry']}
          />
          <TextInput
            label="Languages asked for"
            description="With commas between them."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.languages}
            onChange={(event) => change({ languages: event.currentTarget.value })}
            error={firstOf(errors, 'posting.languages')}
          />
        </SimpleGrid>
        <PayFields
          legend="Pay, as far as it is stated"
          variant="unstyled"
          draft={draft}
          change={change}
          errors={errors}
          field="posting.salary"
          withMost
        />
        <TextInput
          label="Link to the advertisement"
          type="url"
          inputMode="url"
          maxLength={2000}
          value={draft.url}
          onChange={(event) => change({ url: event.currentTarget.value })}
          error={errors['posting.url']}
        />
      </Stack>
    </details>
  );
}
