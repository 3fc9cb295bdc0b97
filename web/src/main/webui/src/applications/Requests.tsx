import { Alert, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { body, feedback } from '../api/client';
import { reads, type Feedback } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { CancelRequest } from '../feedback/CancelRequest';
import { MOST_REMINDERS, notReminded, recruiterName, remindersInWords, stateInWords } from '../feedback/requestWords';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { useFocusAfter } from '../parts/useFocusAfter';
import { Waiting } from '../parts/Waiting';
import { isOpen, REQUEST_STATES } from '../words/requests';
import classes from './applications.module.css';

type Request = Feedback['RequestView'];

/** Who was asked about one application, and what became of it. */
export function Requests({ applicationId, rejected }: { applicationId: string; rejected: boolean }) {
  const requests = useQuery(reads.requests(applicationId));
  return (
    <Section title="Who was asked">
      <Waiting for={requests} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              {rejected
                ? 'Nobody was asked so far. You can ask a recruiter above.'
                : 'Nobody was asked. That happens by itself when a rejection is recorded and a recruiter is known.'}
            </Empty>
          ) : (
            <ul className={classes.plain}>
              {items.map((one) => (
                <Line key={one.id} request={one} />
              ))}
            </ul>
          )
        }
      </Waiting>
    </Section>
  );
}

function Line({ request }: { request: Request }) {
  const { recruiter, requestedAt, reminders, message, questions } = request;
  return (
    <li data-row tabIndex={-1}>
      <Stack gap={6} py="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3}>{recruiter.name ?? recruiter.email ?? 'A recruiter'}</Title>
          <Badge variant="default" tt="none">
            {REQUEST_STATES[request.status]}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {recruiter.name !== undefined && recruiter.email !== undefined && `${recruiter.email}. `}
          Asked {day(requestedAt)}. {stateInWords(request)} {isOpen(request) && reminders > 0 && remindersInWords(reminders)}
        </Text>
        {message !== undefined && <blockquote className="said">{message}</blockquote>}
        {questions.length > 0 && (
          <>
            <Text size="sm">They were asked:</Text>
            <List size="sm" spacing={4}>
              {questions.map((question) => (
                <List.Item key={question}>{question}</List.Item>
              ))}
            </List>
          </>
        )}
        {isOpen(request) && <Waited request={request} />}
      </Stack>
    </li>
  );
}

/** What can be done while an answer is waited for. */
function Waited({ request }: { request: Request }) {
  const [cancelling, setCancelling] = useState(false);
  const takeBack = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useFocusAfter(takeBack, cancelled);
  const whom = recruiterName(request);
  const remind = useCommand(
    async () => body(await feedback.POST('/api/v1/feedback-requests/{id}/reminder', { params: { path: { id: request.id } } })),
    { changes: [['feedback']], done: `${whom} is reminded.` },
  );

  return (
    <>
      <Group gap="sm">
        {request.reminders < MOST_REMINDERS && (
          <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate()} aria-label={`Remind ${whom}`}>
            Remind
          </Button>
        )}
        <Button ref={takeBack} variant="subtle" onClick={() => setCancelling(true)} aria-label={`Take back: the request to ${whom}`}>
          Take back
        </Button>
      </Group>
      {remind.isError && (
        <Alert color={remind.error.status === 429 ? 'yellow' : 'red'} role="alert">
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
