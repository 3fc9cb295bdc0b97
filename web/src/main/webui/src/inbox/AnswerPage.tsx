import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { reads, type Feedback } from '../api/reads';
import { day } from '../parts/dates';
import { Page } from '../parts/Page';
import { Waiting } from '../parts/Waiting';
import { isOpen } from '../words/requests';
import { AnswerForm } from './AnswerForm';

/** Answering one request of the board's. */
export function Component() {
  const { id = '' } = useParams();
  const request = useQuery(reads.request(id));
  const found = request.data;

  return (
    <Page
      title={`Feedback on ${roleOf(found)}`}
      {...(found !== undefined && isOpen(found) && { lead: leadOf(found) })}
      actions={
        <Button component={Link} to="/inbox" variant="default">
          Back to the inbox
        </Button>
      }
    >
      <Waiting for={request} lines={8}>
        {(view) => (isOpen(view) ? <Answering request={view} /> : <Text>This request is closed; nothing more is needed. Thank you.</Text>)}
      </Waiting>
    </Page>
  );
}

function roleOf(request: Feedback['RequestView'] | undefined): string {
  return [request?.posting.title, request?.posting.company].filter(Boolean).join(' at ') || 'an application';
}

function leadOf({ status, candidate }: Feedback['RequestView']): string {
  return status === 'DETAIL_REQUESTED'
    ? `Thank you for the first answer${candidate.name === undefined ? '' : ` to ${candidate.name}`}. A little more would make it something to act on.`
    : `${candidate.name ?? 'The candidate'} would like to learn from how it ended, and reads what you write word for word.`;
}

function Answering({ request }: { request: Feedback['RequestView'] }) {
  return (
    <Stack gap="md" maw={680}>
      {request.message !== undefined && <blockquote className="said" dir="auto">{request.message}</blockquote>}
      {request.questions.length > 0 && (
        <div>
          <Text fw={600} mb={4} id="questions">
            What would help
          </Text>
          <List spacing={4} aria-labelledby="questions">
            {request.questions.map((question) => (
              <List.Item key={question}>{question}</List.Item>
            ))}
          </List>
        </div>
      )}
      <AnswerForm key={`${request.id}-${request.round}`} request={request} />
      <Group>
        <Text size="sm" c="dimmed">
          Open until {day(request.expiresAt)}. What you type stays in this tab until it has been sent.
        </Text>
      </Group>
    </Stack>
  );
}
