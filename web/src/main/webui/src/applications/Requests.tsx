import { Badge, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads, type Feedback } from '../api/reads';
import { stateInWords } from '../feedback/requestWords';
import { WhileOpen } from '../feedback/WhileOpen';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
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
                <Line key={one.id} request={one} askable={rejected} />
              ))}
            </ul>
          )
        }
      </Waiting>
    </Section>
  );
}

function Line({ request, askable }: { request: Request; askable: boolean }) {
  const { recruiter, requestedAt, message, questions } = request;
  return (
    <li data-row tabIndex={-1}>
      <Stack gap={6} py="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3}>{recruiter.name ?? recruiter.email ?? 'A recruiter'}</Title>
          <Badge variant="default">
            {REQUEST_STATES[request.status]}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {recruiter.name !== undefined && recruiter.email !== undefined && `${recruiter.email}. `}
          Asked {day(requestedAt)}. {stateInWords(request, askable)}
        </Text>
        {message !== undefined && <blockquote className="said" dir="auto">{message}</blockquote>}
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
        {isOpen(request) && <WhileOpen request={request} />}
      </Stack>
    </li>
  );
}
