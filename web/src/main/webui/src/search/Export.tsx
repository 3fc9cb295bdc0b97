import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reads, type Insights } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { say } from '../parts/toasts';
import { Waiting } from '../parts/Waiting';
import { exported, FORMATS, opens, textOf, type Format } from './exports';
import { said } from './profile';
import classes from './search.module.css';

/** Takes the search elsewhere. */
export function Export() {
  const profile = useQuery(reads.profile());
  const [format, setFormat] = useState<Format>('linkedin');
  return (
    <Section title="Use it elsewhere">
      <Waiting for={profile} lines={4}>
        {(known) =>
          said(known).length === 0 ? (
            <Empty>Your search says nothing yet, so there is nothing to take elsewhere.</Empty>
          ) : (
            <Stack gap="md">
              <NativeSelect
                label="Where to"
                description={FORMATS[format].gives}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                w="fit-content"
                maw="100%"
                data={(Object.keys(FORMATS) as Format[]).map((value) => ({ value, label: FORMATS[value].name }))}
                value={format}
                onChange={(event) => setFormat(event.currentTarget.value as Format)}
              />
              <Written format={format} />
            </Stack>
          )
        }
      </Waiting>
    </Section>
  );
}

function Written({ format }: { format: Format }) {
  return (
    <Waiting for={useQuery(exported(format))} lines={4} amid>
      {(known) => <Query exported={known} />}
    </Waiting>
  );
}

function Query({ exported: { query, url, lost } }: { exported: Insights['Exported'] }) {
  const text = textOf({ query, url });
  if (text === '') {
    return <Empty>Nothing of your search can be said here.</Empty>;
  }
  return (
    <Stack gap="sm">
      <pre className={classes.query}>
        {text}
      </pre>
      <Group gap="xs">
        <Button variant="default" className={classes.touch} leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy(text)}>
          Copy
        </Button>
        {opens(url) && (
          <Button
            component="a"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className={classes.touch}
            rightSection={<IconExternalLink size={18} aria-hidden />}
            aria-label="Open, in a new tab"
          >
            Open
          </Button>
        )}
      </Group>
      <div>
        <Title order={3}>What gets lost</Title>
        {lost.length === 0 ? (
          <Text c="dimmed">Nothing: all that you look for can be said here.</Text>
        ) : (
          <ul>
            {lost.map((sentence, i) => (
              <li key={i}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    </Stack>
  );
}

async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    say('Your browser does not allow copying here. Mark the text and copy it by hand.');
  }
}
