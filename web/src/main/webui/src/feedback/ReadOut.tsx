import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reads, type Feedback } from '../api/reads';
import { Waiting } from '../parts/Waiting';
import { Comments } from './Comments';
import { specificityInWords } from './feedbackWords';
import { Ratings } from './Ratings';
import { useKnownEvidence } from './useKnownEvidence';

interface Props {
  recorded: Feedback['Recorded'];
  another: () => void;
  close: () => void;
}

/** Says what was read out of feedback that was just written down. */
export function ReadOut({ recorded, another, close }: Props) {
  const list = useQuery(reads.feedback());
  const correctable = useKnownEvidence();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  return (
    <Stack gap="md">
      <Title order={3} ref={title} tabIndex={-1}>
        It is added. This was read out of it
      </Title>
      <Waiting for={list}>
        {({ items }) => {
          const piece = items.find((one) => one.id === recorded.id);
          if (piece === undefined) {
            return <Text c="dimmed">{list.isFetching ? 'It is being read.' : 'It is not in the list yet; look there in a minute.'}</Text>;
          }
          return (
            <Stack gap="md">
              <Comments feedback={piece} correctable={correctable} />
              <Ratings feedback={piece} />
              {piece.read && piece.statements.every((one) => one.themes.length === 0) && (
                <Text>Nothing of it names a theme. The words are kept, and you can read them here.</Text>
              )}
              <Text size="sm" c="dimmed">
                {specificityInWords(piece)}
              </Text>
            </Stack>
          );
        }}
      </Waiting>
      <Group gap="sm">
        <Button onClick={close}>Done</Button>
        <Button variant="default" onClick={another}>
          Add another
        </Button>
      </Group>
    </Stack>
  );
}
