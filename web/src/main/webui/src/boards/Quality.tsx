import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { reads } from '../api/reads';
import { board } from '../app/page';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';

/** How the board's recruiters answer; nothing of fewer than twenty candidates. */
export function Quality() {
  const quality = useQuery(reads.feedbackQuality(board));
  const tooFew = quality.error instanceof Problem && quality.error.status === 404;
  return (
    <Section title="How your recruiters answer">
      {tooFew ? (
        <Empty>There are figures once twenty candidates have asked: of fewer they would tell of one of them.</Empty>
      ) : (
        <Waiting for={quality}>
          {({ requests, answered, medianDays, specific }) => (
            <Stack gap="xs">
              <Text>
                {answered} of {requests} requests were answered
                {typeof medianDays === 'number' && `, half of them within ${medianDays} days`}.
              </Text>
              <Text>
                {specific} of {answered} answers named at least one cause.
              </Text>
            </Stack>
          )}
        </Waiting>
      )}
    </Section>
  );
}
