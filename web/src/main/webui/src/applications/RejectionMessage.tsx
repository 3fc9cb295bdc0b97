import { Stack, Text } from '@mantine/core';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Section } from '../parts/Section';
import { STAGES } from '../words/codes';

/** How it ended: what the employer wrote, word for word. */
export function RejectionMessage({ rejection }: { rejection: Applications['RejectionView'] }) {
  const { stage, rejectedOn, message, reason, source } = rejection;
  return (
    <Section title="The rejection" note={`${day(rejectedOn)}${stage === undefined ? '' : `, after: ${STAGES[stage].toLowerCase()}`}`}>
      <Stack gap="sm">
        {message === undefined ? <Text c="dimmed">No message is recorded.</Text> : <blockquote className="said" dir="auto">{message}</blockquote>}
        {reason !== undefined && (
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            <Text span c="dimmed">
              {source === 'BOARD' ? 'Reason given by the job board: ' : 'Reason you noted: '}
            </Text>
            <bdi>{reason}</bdi>
          </Text>
        )}
      </Stack>
    </Section>
  );
}
