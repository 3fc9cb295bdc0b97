import { Group, Text } from '@mantine/core';
import { SOURCES, type SourceCode } from '../words/codes';
import { day } from './dates';

interface Props {
  quote: string;
  source?: SourceCode;
  at?: string;
}

/** What somebody said, in their words, with who and when. */
export function Said({ quote, source, at }: Props) {
  return (
    <figure style={{ margin: 0 }}>
      <blockquote className="said" dir="auto">{quote}</blockquote>
      <Group component="figcaption" gap={6} pl="md" mt={2}>
        <Text size="sm" c="dimmed">
          {[source && SOURCES[source], at && day(at)].filter(Boolean).join(', ')}
        </Text>
      </Group>
    </figure>
  );
}
