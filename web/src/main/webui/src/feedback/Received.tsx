import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { reads, type Feedback } from '../api/reads';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { useApplicationNames } from '../parts/useApplicationNames';
import { Waiting } from '../parts/Waiting';
import { LEVELS, SOURCES } from '../words/codes';
import { Comments } from './Comments';
import { specificityInWords } from './feedbackWords';
import { Ratings } from './Ratings';
import { useKnownEvidence, type Correctable } from './useKnownEvidence';

type View = Feedback['FeedbackView'];

const AT_ONCE = 10;

/** All feedback, newest first, each with what was read out of it. */
export function Received({ add }: { add: () => void }) {
  const feedback = useQuery(reads.feedback());
  const [shown, setShown] = useState(AT_ONCE);
  const correctable = useKnownEvidence();
  const nameOf = useApplicationNames();

  return (
    <Waiting for={feedback} lines={8}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Section title="Nothing yet">
            <Empty
              action={
                <Button variant="default" onClick={add}>
                  Add feedback
                </Button>
              }
            >
              No feedback has come in yet. What a recruiter answers shows here by itself. An appraisal counts as well, and so do the words of a
              mentor or a peer; you can add them.
            </Empty>
          </Section>
        ) : (
          <Stack gap="md">
            {items.slice(0, shown).map((one) => (
              <Piece key={one.id} feedback={one} correctable={correctable} nameOf={nameOf} />
            ))}
            <Group justify="center">
              {shown < items.length ? (
                <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
                  Show older ({items.length - shown})
                </Button>
              ) : (
                next != null && (
                  <Text size="sm" c="dimmed">
                    Older feedback is with its applications.
                  </Text>
                )
              )}
            </Group>
          </Stack>
        )
      }
    </Waiting>
  );
}

interface PieceProps {
  feedback: View;
  correctable: Correctable;
  nameOf: (applicationId: string) => string;
}

function Piece({ feedback, correctable, nameOf }: PieceProps) {
  const { applicationId, receivedOn, requestId, round, source, specificity, read } = feedback;
  return (
    <Section
      oneOfMany
      title={`${SOURCES[source]}, ${day(receivedOn)}`}
      note={
        <>
          {applicationId !== undefined && (
            <Anchor component={Link} to={`/applications/${applicationId}`} inherit>
              {nameOf(applicationId)}
            </Anchor>
          )}
          {applicationId !== undefined && (round > 1 || requestId === undefined) && ', '}
          {requestId === undefined ? 'added by you' : round > 1 && 'second answer'}
        </>
      }
      actions={read && <Badge variant="default">{LEVELS[specificity.level]}</Badge>}
    >
      <Stack gap="md">
        <Comments feedback={feedback} correctable={correctable} />
        <Ratings feedback={feedback} />
        <Text size="sm" c="dimmed">
          {specificityInWords(feedback)}
        </Text>
      </Stack>
    </Section>
  );
}
