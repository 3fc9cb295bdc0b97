import { Button, Group, Text } from '@mantine/core';
import type { Saved } from './useSaving';

const WORDS = { quiet: 'Saved as you type.', saving: 'Saving', saved: 'Saved' };

/** Whether what was typed is safe; it speaks up only where it is not. */
export function SavedNote({ standing, problem, again }: Saved & { again: () => void }) {
  const calm = standing === 'quiet' || standing === 'saving' || standing === 'saved';
  return (
    <Group gap="xs" mih={28}>
      {calm && (
        <Text size="sm" c="dimmed">
          {WORDS[standing]}
        </Text>
      )}
      <Text size="sm" role="status">
        {standing === 'failing' && 'Not saved yet. It is kept in this tab and saved as soon as Rebound can be reached.'}
        {standing === 'refused' && `Not saved: ${problem?.message ?? ''} It is kept in this tab.`}
      </Text>
      {standing === 'refused' && (
        <Button size="compact-sm" variant="subtle" onClick={again}>
          Try again
        </Button>
      )}
    </Group>
  );
}
