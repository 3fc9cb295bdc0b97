import { Fieldset, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { Complaints } from '../parts/complaints';
import type { RecruiterDraft } from './postingDraft';

interface Props {
  draft: RecruiterDraft;
  change: (changes: Partial<RecruiterDraft>) => void;
  errors: Complaints;
}

/** Whom to ask for feedback, and what becomes of their address. */
export function RecruiterFields({ draft, change, errors }: Props) {
  return (
    <Fieldset legend="Recruiter, if you know one" variant="unstyled">
      <Text size="sm" c="dimmed" mb="xs" id="what-for">
        The address has one use: when you record a rejection, Rebound asks this person for feedback by e-mail, with your name and a link that needs no account, and
        reminds them if no answer comes. Nothing is sent before that.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label="Name"
          maxLength={200}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errors['recruiter.name']}
        />
        <TextInput
          label="E-mail address"
          type="email"
          maxLength={254}
          autoComplete="off"
          value={draft.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={errors['recruiter.email']}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
