import { Stack, Text, Textarea, Title } from '@mantine/core';
import { STAGES } from '../words/codes';
import type { StepProps } from './Editor';
import classes from './reflection.module.css';
import type { StageDraft } from './reflectionDraft';
import { TheirWords } from './TheirWords';

/** What went well in each stage and what to improve, with the recruiter's words in view. */
export function InWords({ application, prompts, draft: { stages }, change, errors }: StepProps) {
  function set(kind: StageDraft['kind'], changes: Partial<StageDraft>) {
    change({ stages: stages.map((stage) => (stage.kind === kind ? { ...stage, ...changes } : stage)) });
  }

  return (
    <div className={classes.sides}>
      <Stack gap="xl">
        {stages.length === 0 && <Text c="dimmed">No stage is in the reflection. Put one in under the first step, or go on.</Text>}
        {stages.map(({ kind, wentWell, toImprove }, i) => (
          <Stack key={kind} gap="sm" role="group" aria-labelledby={`words-${kind}`}>
            <div>
              <Title order={3} id={`words-${kind}`}>
                {STAGES[kind]}
              </Title>
              <Text c="dimmed">{prompts.find(({ part, stage }) => part === 'STAGES' && stage === kind)?.text}</Text>
            </div>
            <Textarea
              label="What went well"
              autosize
              minRows={2}
              maxRows={10}
              maxLength={4000}
              value={wentWell}
              onChange={(event) => set(kind, { wentWell: event.currentTarget.value })}
              error={errors[`stages[${i}].wentWell`]}
            />
            <Textarea
              label="What to improve"
              autosize
              minRows={2}
              maxRows={10}
              maxLength={4000}
              value={toImprove}
              onChange={(event) => set(kind, { toImprove: event.currentTarget.value })}
              error={errors[`stages[${i}].toImprove`]}
            />
          </Stack>
        ))}
      </Stack>
      <TheirWords application={application} />
    </div>
  );
}
