import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { today } from '../parts/dates';
import { saveFile } from '../parts/saveFile';
import { say } from '../parts/toasts';

/** Gives all applications as a CSV file, in the form that Excel takes as well. */
export function ExportButton(props: ButtonProps) {
  const save = useCommand(
    async () => body(await applications.GET('/api/v1/export', { params: { query: { bom: true } }, parseAs: 'blob' })),
    { changes: [], onDone: (file) => saveFile(`applications-${today()}.csv`, file), done: 'Your applications are in a file of your downloads.' },
  );
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate(undefined, { onError: ({ message }) => say(message) })}
      {...props}
    >
      Export as CSV
    </Button>
  );
}
