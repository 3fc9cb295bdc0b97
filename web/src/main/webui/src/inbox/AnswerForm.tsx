import { Alert, Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { Scale } from '../parts/Scale';
import { useDraft } from '../parts/useDraft';
import { STAGES } from '../words/codes';
import { answerOf, emptyDraft, isFilled, withRating } from './answer';
import { Decisive } from './Decisive';
import { DeclineForm } from './DeclineForm';
import { SinglePoints } from './SinglePoints';
import { SpecificityMeter } from './SpecificityMeter';

/** The answer: words first, with what they are worth to the candidate; everything else is optional. */
export function AnswerForm({ request }: { request: Feedback['RequestView'] }) {
  const navigate = useNavigate();
  const [draft, setDraft, clear] = useDraft(`answer-${request.id}-${request.round}`, emptyDraft);
  const { ratings = {} } = draft;
  const again = request.status === 'DETAIL_REQUESTED';

  const send = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/feedback', { params: { path: { id: request.id } }, body: answerOf(draft) })),
    {
      changes: [['feedback']],
      done: ({ status }) => (status === 'DETAIL_REQUESTED' ? 'Sent. A few questions have come back, if you have another minute.' : 'Sent. Thank you; this helps.'),
      onDone: leave,
    },
  );
  const { form, errors, passes, problem } = useComplaints(send.error);

  function leave() {
    clear();
    void navigate('/inbox');
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(draft.comments.trim() === '' ? { comments: 'Please write a sentence or two.' } : {})) {
      send.mutate();
    }
  }

  return (
    <>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Textarea
            label="Your feedback"
            description="A few sentences are enough."
            autosize
            minRows={6}
            maxLength={10_000}
            value={draft.comments}
            onChange={(event) => setDraft({ ...draft, comments: event.currentTarget.value })}
            error={errors['comments']}
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
                  <Scale
                    key={stage}
                    label={STAGES[stage]}
                    value={draft.stages[stage]}
                    onChange={(rating) => setDraft({ ...draft, stages: withRating(draft.stages, stage, rating) })}
                  />
                ))}
              </Stack>
            </Fieldset>
          )}
          {!again && (
            <div>
              <Decisive decisive={draft.decisive} onChange={(decisive) => setDraft({ ...draft, decisive })} />
              <SinglePoints ratings={ratings} rate={(theme, rating) => setDraft({ ...draft, ratings: withRating(ratings, theme, rating) })} />
            </div>
          )}
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem.message}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={send.isPending}>
              Send feedback
            </Button>
          </Group>
        </Stack>
      </form>
      <DeclineForm requestId={request.id} begun={isFilled(draft)} onDone={leave} />
    </>
  );
}
