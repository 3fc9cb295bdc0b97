import { Text } from '@mantine/core';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { EvidenceItem } from '../insights/EvidenceItem';
import { Fold } from '../parts/Fold';
import { useApplicationNames } from '../parts/useApplicationNames';

/** What was said about the theme of a goal, for whoever wants to read it again. */
export function EvidenceFold({ goal: { contexts, evidence } }: { goal: Insights['Goal'] }) {
  const nameOf = useApplicationNames();
  if (evidence.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing that was said so far criticises this.
      </Text>
    );
  }
  return (
    <Fold summary="What was said" count={evidence.length}>
      <Text size="sm" c="dimmed">
        In {counted(contexts, 'application or piece of feedback', 'applications and pieces of feedback')}
        {contexts < 2 && '; one alone is not a pattern'}.
      </Text>
      {evidence.map((one) => (
        <EvidenceItem key={one.id} evidence={one} nameOf={nameOf} />
      ))}
    </Fold>
  );
}
