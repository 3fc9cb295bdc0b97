import { Stack } from '@mantine/core';
import type { Insights } from '../api/reads';
import { Said } from '../parts/Said';

/** What was said, as far as it was said in words. */
export function Words({ said }: { said: readonly Insights['Evidence'][] }) {
  return (
    <Stack gap="xs">
      {said.map(({ id, quote, source, at }) => (
        <Said key={id} quote={quote ?? 'A rating or a choice from a list, without words.'} source={source} at={at} />
      ))}
    </Stack>
  );
}
