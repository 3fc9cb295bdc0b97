import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads, type Applications, type Feedback } from '../api/reads';
import { day } from '../parts/dates';
import { Said } from '../parts/Said';
import { Waiting } from '../parts/Waiting';
import { SOURCES, STAGES } from '../words/codes';
import classes from './reflection.module.css';

/** The rejection's message and the feedback on this application, beside what is being written. */
export function TheirWords({ application: { id, rejection } }: { application: Applications['ApplicationView'] }) {
  const feedback = useQuery(reads.feedback(id));
  return (
    <section className={classes.aside} aria-label="What they said" data-shown-first>
      <details open>
        <summary>What they said</summary>
        <Stack gap="md" pt="xs">
          {rejection?.message !== undefined && <Said quote={rejection.message} source="REJECTION" at={rejection.rejectedOn} />}
          {rejection?.reason !== undefined && <Said quote={rejection.reason} at={rejection.rejectedOn} />}
          <Waiting for={feedback} lines={3}>
            {({ items }) =>
              items.length === 0 && rejection?.message === undefined && rejection?.reason === undefined ? (
                <Text size="sm" c="dimmed">
                  Nothing has come in. Your own view counts without it; what comes later is set beside it.
                </Text>
              ) : (
                items.map((one) => <Words key={one.id} feedback={one} />)
              )
            }
          </Waiting>
        </Stack>
      </details>
    </section>
  );
}

function Words({ feedback: { comments, source, receivedOn, stages } }: { feedback: Feedback['FeedbackView'] }) {
  return (
    <div>
      {comments === undefined ? (
        <Title order={3} fz="sm">
          {SOURCES[source]}, {day(receivedOn)}
        </Title>
      ) : (
        <Said quote={comments} source={source} at={receivedOn} />
      )}
      {stages.map(({ kind, rating, comment }) => (
        <Text key={kind} size="sm" mt={4}>
          {STAGES[kind]}: {rating} of 5
          {comment !== undefined && (
            <>
              . <bdi style={{ overflowWrap: 'anywhere' }}>{comment}</bdi>
            </>
          )}
        </Text>
      ))}
    </div>
  );
}
