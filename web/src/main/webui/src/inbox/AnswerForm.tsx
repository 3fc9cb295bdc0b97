import { Alert, Button, Chip, Fieldset, Group, Input, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { Scale } from '../parts/Scale';
import { useDraft } from '../parts/useDraft';
import { STAGES, THEMES, type StageCode, type ThemeCode } from '../words/codes';
import { answerOf, emptyDraft, MOST_DECISIVE, OFFERED } from './answer';
import { SpecificityMeter } from './SpecificityMeter';

/** The answer: words first, with what they are worth to the candidate; everything else is optional. */
export function AnswerForm({ request }: { request: Feedback['RequestView'] }) {
  const navigate = useNavigate();
  const [draft, setDraft, clear] = useDraft(`answer-${request.id}-${request.round}`, emptyDraft);
  const [missing, setMissing] = useState<string>();
  const again = request.status === 'DETAIL_REQUESTED';

  const send = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/feedback', { params: { path: { id: request.id } }, body: answerOf(draft) })),
    {
      changes: [['feedback']],
      done: ({ status }) => (status === 'DETAIL_REQUESTED' ? 'Sent. A few questions have come back, if you have another minute.' : 'Sent. Thank you; this helps.'),
      onDone: () => {
        clear();
        void navigate('/inbox');
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (draft.comments.trim() === '') {
      setMissing('Please write a sentence or two.');
      return;
    }
    setMissing(undefined);
    send.mutate();
  }

  function rate(stage: StageCode, rating: number | undefined) {
    const { [stage]: _, ...others } = draft.stages;
    setDraft({ ...draft, stages: rating === undefined ? others : { ...others, [stage]: rating } });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Textarea
          label="Your feedback"
          description="A few sentences are enough."
          autosize
          minRows={6}
          maxLength={10_000}
          value={draft.comments}
          onChange={(event) => setDraft({ ...draft, comments: event.currentTarget.value })}
          error={missing ?? send.error?.fields['comments']}
          required
        />
        <SpecificityMeter requestId={request.id} answer={answerOf(draft)} />
        {!again && request.stages.length > 0 && (
          <Fieldset legend="How did each stage go? Optional" variant="unstyled">
            <Text size="sm" c="dimmed" mb="xs">
              1 = far from what the role needs, 5 = outstanding.
            </Text>
            <Stack gap="xs">
              {request.stages.map((stage) => (
                <Scale key={stage} label={STAGES[stage]} value={draft.stages[stage]} onChange={(rating) => rate(stage, rating)} />
              ))}
            </Stack>
          </Fieldset>
        )}
        {!again && (
          <Input.Wrapper label="What decided it" description={`Optional, up to ${MOST_DECISIVE}.`} labelElement="div">
            <Chip.Group
              multiple
              value={draft.decisive}
              onChange={(decisive) => setDraft({ ...draft, decisive: decisive.slice(0, MOST_DECISIVE) as ThemeCode[] })}
            >
              <Group gap="xs" mt="xs" role="group" aria-label="What decided it">
                {OFFERED.map((theme) => (
                  <Chip key={theme} value={theme} disabled={draft.decisive.length >= MOST_DECISIVE && !draft.decisive.includes(theme)}>
                    {THEMES[theme]}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
        )}
        {send.isError && (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={send.isPending}>
            Send feedback
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
