import { Alert, Fieldset, MultiSelect, NumberInput, SimpleGrid, Stack, TagsInput } from '@mantine/core';
import { type FormEvent, type ReactNode } from 'react';
import { firstOf, useComplaints } from '../parts/complaints';
import { FormFoot } from '../parts/FormFoot';
import { PayFields } from '../parts/PayFields';
import { useDraft } from '../parts/useDraft';
import { choices, EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';
import { FIELDS, type Profile } from './profile';
import { draftOf, FARTHEST_KM, OLDEST_DAYS, profileOf, rebased, wrong, type ProfileDraft, type WordList } from './profileDraft';
import { useProfilePut } from './useProfilePut';

interface Kept {
  /** The profile on which the draft was begun. */
  base: Profile;
  draft: ProfileDraft;
}

/** The profile as a form. */
export function ProfileForm({ profile, close }: { profile: Profile; close: () => void }) {
  const [kept, setKept, clear] = useDraft<Kept>('search-profile', { base: profile, draft: draftOf(profile) });
  const draft = rebased(kept.draft, kept.base, profile);
  const save = useProfilePut(() => {
    clear();
    close();
  });
  const { form, errors, found, passes, problem } = useComplaints(save.error);

  function change(changes: Partial<ProfileDraft>) {
    setKept({ base: profile, draft: { ...draft, ...changes } });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(wrong(draft))) {
      save.mutate({ former: profile, profile: profileOf(draft) });
    }
  }

  const words = (list: WordList, description?: string) => (
    <TagsInput
      label={FIELDS[list]}
      description={description}
      autoFocus={list === 'titles'}
      value={draft[list]}
      onChange={(value) => change({ [list]: value })}
      error={firstOf(errors, list)}
    />
  );

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Part legend="The work">
          {words('titles', 'Any of these. The enter key or a comma ends a word.')}
          {words('industries')}
          {words('preferredTerms', 'They rule nothing out.')}
          {words('excludedTerms', 'A posting with one of these is left out.')}
          {words('excludedIndustries')}
        </Part>
        <Part legend="Where">
          {words('locations', 'Any of these.')}
          {words('excludedLocations')}
          <NumberInput
            label="Distance in km"
            min={1}
            max={FARTHEST_KM}
            allowDecimal={false}
            clampBehavior="none"
            value={draft.distanceKm}
            onChange={(distanceKm) => change({ distanceKm })}
            error={errors['distanceKm']}
          />
          <MultiSelect
            label={FIELDS.workplaces}
            placeholder={draft.workplaces.length === 0 ? 'Any' : ''}
            data={choices(WORKPLACES)}
            value={draft.workplaces}
            onChange={(workplaces) => change({ workplaces })}
            error={firstOf(errors, 'workplaces')}
          />
        </Part>
        <Part legend="Level and terms">
          <MultiSelect
            label={FIELDS.seniorities}
            placeholder={draft.seniorities.length === 0 ? 'Any' : ''}
            data={choices(SENIORITIES)}
            value={draft.seniorities}
            onChange={(seniorities) => change({ seniorities })}
            error={firstOf(errors, 'seniorities')}
          />
          <MultiSelect
            label={FIELDS.employmentTypes}
            placeholder={draft.employmentTypes.length === 0 ? 'Any' : ''}
            data={choices(EMPLOYMENTS)}
            value={draft.employmentTypes}
            onChange={(employmentTypes) => change({ employmentTypes })}
            error={firstOf(errors, 'employmentTypes')}
          />
          <NumberInput
            label="Postings at most so many days old"
            min={1}
            max={OLDEST_DAYS}
            allowDecimal={false}
            clampBehavior="none"
            value={draft.maxAgeDays}
            onChange={(maxAgeDays) => change({ maxAgeDays })}
            error={errors['maxAgeDays']}
          />
        </Part>
        <PayFields legend="Pay you look for" draft={draft} change={change} errors={errors} withMost />
        <Part legend="Languages">
          {words('languages', 'A posting that asks for another one is left out.')}
          {words('excludedLanguages', 'A posting that asks for one of these is left out.')}
        </Part>
        {Object.keys(found).length > 0 && (
          <Alert color="red" role="alert">
            Not everything fits yet; it says so at the fields above.
          </Alert>
        )}
        <FormFoot
          label="Save your search"
          pending={save.isPending}
          problem={problem}
          cancel={close}
        />
      </Stack>
    </form>
  );
}

function Part({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Fieldset legend={legend}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}
