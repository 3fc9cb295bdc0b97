import { Button, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Fold } from '../parts/Fold';
import { saveFile } from '../parts/saveFile';
import { COLUMNS, EXAMPLE } from './columns';
import classes from './spreadsheet.module.css';

/** What a file may hold, for whoever prepares one. */
export function Columns() {
  return (
    <Fold summary="Which columns a file may have">
      <Text mb="xs" maw={640}>
        The first line names the columns, in any order. Other usual names are understood as well, such as Position, Employer or Date applied; what means
        nothing here is left out. A text with commas or line breaks stands in quotation marks.
      </Text>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => saveFile('applications-example.csv', new Blob([EXAMPLE], { type: 'text/csv' }))}
      >
        Download an example
      </Button>
      {COLUMNS.map(({ about, columns }) => (
        <div key={about}>
          <Title order={3} mt="md" mb={4}>
            {about}
          </Title>
          <dl className={classes.columns}>
            {columns.map(([name, holds]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{holds}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Fold>
  );
}
