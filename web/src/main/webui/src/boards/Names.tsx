import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { board } from '../app/page';
import { Empty } from '../parts/Empty';
import { FormFoot } from '../parts/FormFoot';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { choices, STAGES, type StageCode } from '../words/codes';

const KINDS = [{ value: '', label: 'Not said' }, ...choices(STAGES)];

/** What a board's own names of stages mean; names that came and are not known wait here to be told. */
export function Names() {
  const mapping = useQuery(reads.mappings(board));
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title="What your names mean"
      actions={
        !editing && (
          <Button size="xs" variant="default" disabled={!mapping.data} onClick={() => setEditing(true)}>
            Say what they mean
          </Button>
        )
      }
    >
      <Waiting for={mapping}>{(view) => (editing ? <Naming view={view} close={() => setEditing(false)} /> : <Known view={view} />)}</Waiting>
    </Section>
  );
}

function Known({ view: { mapping, unmapped } }: { view: Applications['BoardMappingView'] }) {
  const stages = Object.entries(mapping.stages ?? {});
  return stages.length === 0 && unmapped.length === 0 ? (
    <Empty>The usual names of stages are known. A name that comes and is not known is listed here.</Empty>
  ) : (
    <Stack gap="xs">
      {unmapped.length > 0 && (
        <Text>
          {unmapped.length === 1 ? 'One name came that is not known: ' : `${unmapped.length} names came that are not known: `}
          {unmapped.join(', ')}.
        </Text>
      )}
      {stages.map(([name, kind]) => (
        <Text key={name} size="sm">
          {name}: {STAGES[kind]}
        </Text>
      ))}
    </Stack>
  );
}

function Naming({ view: { mapping, unmapped }, close }: { view: Applications['BoardMappingView']; close: () => void }) {
  const [company, setCompany] = useState(mapping.company ?? '');
  const [kinds, setKinds] = useState<Record<string, StageCode | ''>>(() => ({
    ...Object.fromEntries(unmapped.map((name) => [name, ''] as const)),
    ...mapping.stages,
  }));
  const put = useCommand(
    async () =>
      body(
        await applications.PUT('/api/v1/boards/{board}/mappings', {
          params: { path: { board } },
          body: {
            ...(company.trim() !== '' && { company: company.trim() }),
            stages: Object.fromEntries(Object.entries(kinds).filter((entry): entry is [string, StageCode] => entry[1] !== '')),
            reasons: mapping.reasons ?? {},
            words: mapping.words ?? {},
          },
        }),
      ),
    { changes: [['applications', 'mappings']], done: 'It holds for what comes from now on.', onDone: close },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    put.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Company"
          description="The employer's name, which Greenhouse and Ashby do not send."
          maxLength={200}
          value={company}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
        {Object.entries(kinds).map(([name, kind]) => (
          <NativeSelect
            key={name}
            label={name}
            data={KINDS}
            value={kind}
            onChange={(event) => setKinds({ ...kinds, [name]: event.currentTarget.value as StageCode | '' })}
          />
        ))}
        {Object.keys(kinds).length === 0 && (
          <Text size="sm" c="dimmed">
            No name has come that is not known.
          </Text>
        )}
        <FormFoot label="Save what they mean" pending={put.isPending} problem={put.error} cancel={close} />
      </Stack>
    </form>
  );
}
