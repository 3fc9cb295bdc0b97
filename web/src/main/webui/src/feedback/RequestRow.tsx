import { Alert, Anchor, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { nameOf } from '../applications/naming';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import { useFocusAfter } from '../parts/useFocusAfter';
import { isOpen, REQUEST_STATES } from '../words/requests';
import { CancelRequest } from './CancelRequest';
import classes from './feedback.module.css';
import { MOST_REMINDERS, notReminded, recruiterName, remindersInWords, stateInWords } from './requestWords';

interface Props {
  request: Feedback['RequestView'];
  ask: (applicationId: string) => void;
}

/** One request: whom, about what, how it stands, and what can be done about it. */
export function RequestRow({ request, ask }: Props) {
  const { applicationId, message, origin, posting, questions, requestedAt, status } = request;
  return (
    <li className={classes.row} data-row tabIndex={-1}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="baseline">
          <Title order={3}>
            <Anchor component={Link} to={`/applications/${applicationId}`} inherit>
              {nameOf(posting)}
            </Anchor>
          </Title>
          <Badge variant="default">{REQUEST_STATES[status]}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {recruiterName(request)}, asked {day(requestedAt)} {origin === 'REJECTION' ? 'when the rejection came' : 'by you'}
        </Text>
        <Text>{stateInWords(request)}</Text>
        {questions.length > 0 && (
          <div>
            <Text size="sm" c="dimmed">
              They were asked:
            </Text>
            <List size="sm" spacing={4}>
              {questions.map((question) => (
                <List.Item key={question}>{question}</List.Item>
              ))}
            </List>
          </div>
        )}
        {message !== undefined && (
          <Fold summary="What you wrote to them">
            <blockquote className="said">{message}</blockquote>
          </Fold>
        )}
        {isOpen(request) && <Waiting request={request} />}
        {(status === 'EXPIRED' || status === 'CANCELLED') && (
          <Group>
            <Button size="xs" variant="default" onClick={() => ask(applicationId)}>
              Ask again
            </Button>
          </Group>
        )}
      </Stack>
    </li>
  );
}

/** What can be done while an answer may still come. */
function Waiting({ request }: { request: Feedback['RequestView'] }) {
  const [cancelling, setCancelling] = useState(false);
  const takeBack = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useFocusAfter(takeBack, cancelled);
  const remind = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/reminder', { params: { path: { id: request.id } } })),
    { changes: [['feedback']], done: `${recruiterName(request)} is reminded.` },
  );

  return (
    <>
      <Group gap="sm">
        {request.reminders < MOST_REMINDERS && (
          <Button size="xs" variant="default" loading={remind.isPending} onClick={() => remind.mutate()}>
            Remind
          </Button>
        )}
        <Button ref={takeBack} size="xs" variant="subtle" onClick={() => setCancelling(true)}>
          Take back
        </Button>
        <Text size="sm" c="dimmed">
          {remindersInWords(request.reminders)}
        </Text>
      </Group>
      {remind.isError && (
        <Alert color="yellow" role="alert">
          {notReminded(remind.error, remind.submittedAt)}
        </Alert>
      )}
      <CancelRequest
        request={request}
        opened={cancelling}
        close={() => setCancelling(false)}
        onCancelled={() => {
          cancelled.current = true;
        }}
      />
    </>
  );
}
