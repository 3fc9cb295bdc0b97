import { Stack, Text } from '@mantine/core';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { Said } from '../parts/Said';

/** What was said in words, and how often it was said without. */
export function Words({ said }: { said: readonly Insights['Evidence'][] }) {
  const inWords = said.filter(({ quote }) => (quote ?? '') !== '');
  const without = said.length - inWords.length;
  return (
    <Stack gap="xs">
      {inWords.map(({ id, quote, source, at }) => (
        <Said key={id} quote={quote ?? ''} source={source} at={at} />
      ))}
      {without > 0 && (
        <Text size="sm" c="dimmed">
          {inWords.length > 0 && 'And '}
          {counted(without, 'rating or choice from a list', 'ratings or choices from a list')}, without words.
        </Text>
      )}
    </Stack>
  );
}
