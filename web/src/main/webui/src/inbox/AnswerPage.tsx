import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
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
  return <Waiting for={request}>{(found) => <Answering request={found} />}</Waiting>;
}

function Answering({ request }: { request: Feedback['RequestView'] }) {
  const { title, company } = request.posting;
  const name = [title, company].filter(Boolean).join(' at ') || 'an application';

  if (!isOpen(request)) {
    return (
      <Page title={`Feedback on ${name}`}>
        <Text>This request is closed; nothing more is needed. Thank you.</Text>
        <Anchor component={Link} to="/inbox">
          Back to the inbox
        </Anchor>
      </Page>
    );
  }
  return (
    <Page
      title={`Feedback on ${name}`}
      lead={
        request.status === 'DETAIL_REQUESTED'
          ? `Thank you for the first answer${request.candidate.name === undefined ? '' : ` to ${request.candidate.name}`}. A little more would make it something to act on.`
          : `${request.candidate.name ?? 'The candidate'} would like to learn from how it ended, and reads what you write word for word.`
      }
      actions={
        <Button component={Link} to="/inbox" variant="default">
          Back to the inbox
        </Button>
      }
    >
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
        <AnswerForm request={request} />
        <Group>
          <Text size="sm" c="dimmed">
            Open until {day(request.expiresAt)}. What you type stays in this tab until it has been sent.
          </Text>
        </Group>
      </Stack>
    </Page>
  );
}
