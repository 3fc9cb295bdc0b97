import { Alert, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { Section } from '../parts/Section';
import { Columns } from './Columns';
import classes from './spreadsheet.module.css';

interface Props {
  /** The name of the file that is being looked at, if one is. */
  looking: string | undefined;
  /** Why the last one could not be taken. */
  problem: string | undefined;
  choose: (file: File) => void;
}

/** Takes a file, by choosing it or by dropping it here. */
export function ChooseFile({ looking, problem, choose }: Props) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  function take(files: FileList | null) {
    const file = files?.[0];
    if (file !== undefined && looking === undefined) {
      choose(file);
    }
  }

  return (
    <Section title="The file">
      <Stack gap="md">
        <Text maw={640}>
          A CSV file, as spreadsheets and other trackers save it. You see what would happen before anything is recorded.
        </Text>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <div>
          <label
            className={over ? `${classes.drop} ${classes.over}` : classes.drop}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden="true" />
            <span>
              <span className={classes.choose}>Choose a file</span> or drop it here
            </span>
            <Text component="span" size="sm" c="dimmed">
              CSV in UTF-8, up to 1 MB and 1000 lines
            </Text>
            <input
              type="file"
              accept=".csv,text/csv"
              aria-busy={looking !== undefined}
              onChange={(event) => {
                take(event.currentTarget.files);
                // The same file, once it is mended, is another choice.
                event.currentTarget.value = '';
              }}
            />
          </label>
          <Text size="sm" c="dimmed" role="status">
            {looking !== undefined && `Looking at ${looking} …`}
          </Text>
        </div>
        <Columns />
      </Stack>
    </Section>
  );
}
