import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, type Feedback } from '../api/reads';
import { Comments } from '../feedback/Comments';
import { specificityInWords } from '../feedback/feedbackWords';
import { Ratings } from '../feedback/Ratings';
import { useKnownEvidence, type Correctable } from '../feedback/useKnownEvidence';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { LEVELS, SOURCES } from '../words/codes';

/** The feedback on one application as it came in, with what was read out of it. */
export function FeedbackReceived({ applicationId, rejected }: { applicationId: string; rejected: boolean }) {
  const feedback = useQuery(reads.feedback(applicationId));
  const correctable = useKnownEvidence();
  return (
    <Section
      title="Feedback"
      actions={
        <Anchor component={Link} to="/feedback" size="sm">
          All feedback
        </Anchor>
      }
    >
      <Waiting for={feedback} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              {rejected
                ? 'None has come in. You can ask a recruiter above; what you were told on the phone can be added under Feedback.'
                : 'None has come in yet.'}
            </Empty>
          ) : (
            <Stack gap="xl">
              {items.map((one) => (
                <Received key={one.id} feedback={one} correctable={correctable} />
              ))}
            </Stack>
          )
        }
      </Waiting>
    </Section>
  );
}

function Received({ feedback, correctable }: { feedback: Feedback['FeedbackView']; correctable: Correctable }) {
  const { specificity, source, receivedOn, round, read } = feedback;
  return (
    <article>
      <Group gap="xs" mb="xs" align="baseline">
        <Title order={3}>
          {SOURCES[source]}, {day(receivedOn)}
        </Title>
        {read && (
          <Badge variant="default">
            {LEVELS[specificity.level]}
          </Badge>
        )}
        {round > 1 && (
          <Text size="sm" c="dimmed">
            second answer
          </Text>
        )}
      </Group>
      <Stack gap="sm">
        <Comments feedback={feedback} correctable={correctable} />
        <Ratings feedback={feedback} />
        <Text size="sm" c="dimmed">
          {specificityInWords(feedback)}
        </Text>
      </Stack>
    </article>
  );
}
