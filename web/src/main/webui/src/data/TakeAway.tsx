import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { today } from '../parts/dates';
import { saveFile } from '../parts/saveFile';
import { Section } from '../parts/Section';
import { ExportButton } from '../spreadsheet/ExportButton';

/** Gives everything that is held as a file. */
export function TakeAway() {
  const save = useCommand(async () => body(await applications.GET('/api/v1/me/data')), {
    changes: [],
    onDone: (held) => saveFile(`rebound-${today()}.json`, new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' })),
    done: 'Everything is in a file of your downloads.',
  });
  return (
    <Section title="Take it with you">
      <Stack gap="md">
        <Text maw={640}>
          One file with everything that is held of you, down to each thing that was recorded and when, with all words readable. It is JSON, for keeping and
          for other programs. Your applications alone also come as a CSV file, which a spreadsheet opens and which can be imported again.
        </Text>
        <Group gap="sm">
          <Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isPending} onClick={() => save.mutate()}>
            Download everything
          </Button>
          <ExportButton />
        </Group>
        {save.isError && (
          <Text size="sm" c="red" role="alert">
            {save.error.message}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
