import { Stack, Textarea } from '@mantine/core';
import { Causes } from './Causes';
import type { StepProps } from './Editor';

/** Why it ended, as one sees it, and what one does differently. */
export function TakeAway(props: StepProps) {
  const { prompts, draft, change, errors } = props;
  return (
    <Stack gap="xl">
      <Causes {...props} />
      <Textarea
        label={prompts.find(({ part }) => part === 'LESSONS')?.text ?? 'What will you do differently next time?'}
        description="A sentence is enough."
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        value={draft.lessons}
        onChange={(event) => change({ lessons: event.currentTarget.value })}
        error={errors['lessons']}
      />
    </Stack>
  );
}
