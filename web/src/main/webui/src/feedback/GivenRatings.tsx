import { CloseButton, Fieldset, Group, Stack, Text } from '@mantine/core';
import { AddOne } from '../parts/AddOne';
import { Scale } from '../parts/Scale';
import { THEMES, type ThemeCode } from '../words/codes';
import { ratable, type GivenDraft } from './drafts';

interface Props {
  draft: GivenDraft;
  onChange: (draft: GivenDraft) => void;
}

/** The ratings that came with it, where there were any: an appraisal often has some. */
export function GivenRatings({ draft, onChange }: Props) {
  const { ratings } = draft;

  function rate(theme: ThemeCode, rating: number | undefined) {
    onChange({ ...draft, ratings: ratings.map((one) => (one.theme === theme ? { theme, rating } : one)) });
  }

  return (
    <Fieldset legend="Ratings that came with it" variant="unstyled">
      <Text size="sm" c="dimmed">
        Optional, from 1 (weak) to 5 (strong).
      </Text>
      <Stack gap="xs" mt="xs">
        {ratings.map(({ theme, rating }) => (
          <Group key={theme} gap="xs" wrap="nowrap" align="center">
            <div style={{ flex: 1 }}>
              <Scale label={THEMES[theme]} value={rating} onChange={(value) => rate(theme, value)} />
            </div>
            <CloseButton
              size="lg"
              aria-label={`Remove the rating of ${THEMES[theme].toLowerCase()}`}
              onClick={() => onChange({ ...draft, ratings: ratings.filter((one) => one.theme !== theme) })}
            />
          </Group>
        ))}
        <AddOne
          label="Add a rating of"
          what="rating"
          words={Object.fromEntries(ratable(draft).map((theme) => [theme, THEMES[theme]])) as Record<ThemeCode, string>}
          add={(theme) => onChange({ ...draft, ratings: [...ratings, { theme }] })}
        />
      </Stack>
    </Fieldset>
  );
}
