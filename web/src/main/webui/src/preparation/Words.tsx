import { Stack, Text } from '@mantine/core';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { Fold } from '../parts/Fold';
import { Said } from '../parts/Said';

type Evidence = Insights['Evidence'];

/** As many say what it is about; who prepares on the way there has no time for more. */
const AT_ONCE = 2;

/** What was said: some of it at once, the rest for whoever opens it, and on paper. */
export function Words({ said }: { said: readonly Evidence[] }) {
  const inWords = said.filter(({ quote }) => quote !== undefined);
  const more = inWords.slice(AT_ONCE);
  const without = said.length - inWords.length;
  return (
    <Stack gap="xs">
      <Quotes said={inWords.slice(0, AT_ONCE)} />
      {more.length > 0 && (
        <Fold summary="More that was said" count={more.length}>
          <Stack gap="xs">
            <Quotes said={more} />
          </Stack>
        </Fold>
      )}
      {without > 0 && (
        <Text size="sm" c="dimmed">
          {inWords.length > 0 && 'And '}
          {counted(without, 'rating or choice from a list', 'ratings or choices from a list')}, without words.
        </Text>
      )}
    </Stack>
  );
}

function Quotes({ said }: { said: readonly Evidence[] }) {
  return said.map(({ id, quote = '', source, at }) => <Said key={id} quote={quote} source={source} at={at} />);
}
