import { Stack, Text } from '@mantine/core';
import { Fold } from '../parts/Fold';
import { Scale } from '../parts/Scale';
import { THEMES, type ThemeCode } from '../words/codes';
import { RATABLE } from './answer';

interface Props {
  ratings: Partial<Record<ThemeCode, number>>;
  rate: (theme: ThemeCode, rating: number | undefined) => void;
}

/** Ratings of single themes, for whoever has them at hand. */
export function SinglePoints({ ratings, rate }: Props) {
  const given = Object.keys(ratings).length;
  return (
    <Fold summary="Rate single points" count={given === 0 ? 'optional' : `${given} rated`}>
      <Text size="sm" c="dimmed" mb="xs">
        1 = far from what the role needs, 5 = outstanding.
      </Text>
      <Stack gap="xs">
        {RATABLE.map((theme) => (
          <Scale key={theme} label={THEMES[theme]} value={ratings[theme]} onChange={(rating) => rate(theme, rating)} />
        ))}
      </Stack>
    </Fold>
  );
}
