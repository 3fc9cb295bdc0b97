import { List, Text, Title } from '@mantine/core';
import type { Feedback } from '../api/reads';
import { STAGES, THEMES } from '../words/codes';

/** What was rated and chosen instead of written. */
export function Ratings({ feedback: { ratings, stages, decisive } }: { feedback: Feedback['FeedbackView'] }) {
  if (ratings.length + stages.length + decisive.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={3} fz="sm">
        Rated from 1 to 5
      </Title>
      <List size="sm" spacing={4} mt={4}>
        {stages.map(({ kind, rating, comment }) => (
          <List.Item key={kind}>
            {STAGES[kind]}: {rating}
            {comment !== undefined && <blockquote className="said" dir="auto">{comment}</blockquote>}
          </List.Item>
        ))}
        {ratings.map(({ theme, rating }) => (
          <List.Item key={theme}>
            {THEMES[theme]}: {rating}
          </List.Item>
        ))}
      </List>
      {decisive.length > 0 && (
        <Text size="sm" mt={4}>
          What decided it, by their word: {decisive.map((theme) => THEMES[theme].toLowerCase()).join(', ')}.
        </Text>
      )}
    </div>
  );
}
