import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { choose, wrongWith, type Chosen } from './chosen';
import { ChooseFile } from './ChooseFile';
import { applicationsIn, summary, type Report } from './importWords';
import { Lines } from './Lines';
import classes from './spreadsheet.module.css';

async function send({ content, key }: Chosen, preview: boolean): Promise<Report> {
  return body(
    await applications.POST('/api/v1/import', {
      params: { query: { preview }, header: { 'Idempotency-Key': key } },
      headers: { 'Content-Type': 'text/csv' },
      // As it is, byte by byte: what is no UTF-8 is for the service to say.
      body: content as unknown as string,
      bodySerializer: (file) => file as unknown as ArrayBuffer,
    }),
  );
}

/** Takes applications from a file: it is chosen, looked at, and then imported. */
export function Component() {
  const [wrong, setWrong] = useState<string>();
  const look = useCommand(async (file: File) => {
    const chosen = await choose(file);
    return { chosen, report: await send(chosen, true) };
  }, { changes: [] });
  const take = useCommand((chosen: Chosen) => send(chosen, false), { changes: [['applications'], ['insights']] });

  function begin(file: File) {
    const found = wrongWith(file);
    setWrong(found);
    look.reset();
    if (found === undefined) {
      look.mutate(file);
    }
  }

  function again() {
    look.reset();
    take.reset();
  }

  return (
    <Page title="Import applications" lead="From a spreadsheet, from another tool, or from an export of yours.">
      {take.data !== undefined ? (
        <Arrived key="done">
          <Done report={take.data} again={again} />
        </Arrived>
      ) : look.data !== undefined ? (
        <Arrived key="looked">
          <Preview
            name={look.data.chosen.name}
            report={look.data.report}
            pending={take.isPending}
            problem={take.error?.message}
            importIt={() => take.mutate(look.data.chosen)}
            again={again}
          />
        </Arrived>
      ) : (
        <ChooseFile looking={look.isPending ? look.variables.name : undefined} problem={wrong ?? look.error?.message} choose={begin} />
      )}
    </Page>
  );
}

/** A step that has the focus when it comes; the page is seen from its top, where nothing covers its title. */
function Arrived({ children }: { children: ReactNode }) {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    step.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={step} tabIndex={-1} className={classes.step}>
      {children}
    </div>
  );
}

interface PreviewProps {
  name: string;
  report: Report;
  pending: boolean;
  problem: string | undefined;
  importIt: () => void;
  again: () => void;
}

function Preview({ name, report, pending, problem, importIt, again }: PreviewProps) {
  const { added } = report;
  return (
    <Section title="What would happen" note={name}>
      <Stack gap="md">
        <Said report={report} />
        {added > 0 && (
          <Alert title="Before you import" role="note">
            <Text size="sm">
              An import cannot be undone: what is added can be corrected or withdrawn, one by one, and not taken away again. Nobody is written to:
              recruiters in the file are asked for feedback when you ask for it, on the page of an application.
            </Text>
          </Alert>
        )}
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem} What was imported by then stays, and importing the file again adds only the rest.
          </Alert>
        )}
        <Group gap="sm">
          {added > 0 && (
            <Button onClick={importIt} loading={pending}>
              Import {applicationsIn(added)}
            </Button>
          )}
          <Button variant={added > 0 ? 'subtle' : 'default'} onClick={again} disabled={pending}>
            Choose another file
          </Button>
        </Group>
        <Lines report={report} />
      </Stack>
    </Section>
  );
}

function Done({ report, again }: { report: Report; again: () => void }) {
  return (
    <Section title="What happened">
      <Stack gap="md">
        <Said report={report} />
        <Group gap="sm">
          <Button component={Link} to="/applications">
            See your applications
          </Button>
          <Button variant="subtle" onClick={again}>
            Import another file
          </Button>
        </Group>
        <Lines report={report} />
      </Stack>
    </Section>
  );
}

function Said({ report }: { report: Report }) {
  const { columnsLeftOut } = report;
  return (
    <div>
      <Text fw={500} role="status">
        {summary(report)}
      </Text>
      {columnsLeftOut.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.words}>
          Not used, since they mean nothing here: {columnsLeftOut.join(', ')}.
        </Text>
      )}
    </div>
  );
}
