import { Anchor, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Feedback } from '../api/reads';
import { nameOf } from '../applications/naming';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import { isOpen, REQUEST_STATES } from '../words/requests';
import classes from './feedback.module.css';
import { canAskAgain, recruiterName, stateInWords } from './requestWords';
import { WhileOpen } from './WhileOpen';

interface Props {
  request: Feedback['RequestView'];
  /** Whether somebody can be asked about its application now. */
  askable: boolean;
  ask: (applicationId: string) => void;
}

/** One request: whom, about what, how it stands, and what can be done about it. */
export function RequestRow({ request, askable, ask }: Props) {
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
        <Text>{stateInWords(request, askable)}</Text>
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
            <blockquote className="said" dir="auto">{message}</blockquote>
          </Fold>
        )}
        {isOpen(request) && <WhileOpen request={request} />}
        {canAskAgain(request, askable) && (
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
