import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { applications, tagged } from '../api/client';
import { Problem } from '../api/problem';
import { reads, type Applications, type Tagged } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { tookPlace } from '../applications/tookPlace';
import type { Complaints } from '../parts/complaints';
import { useDraft } from '../parts/useDraft';
import { Elsewhere } from './base';
import { ChangedElsewhere } from './ChangedElsewhere';
import { complaints, draftOf, filled, formOf, stepOf, STEPS, type ReflectionDraft } from './reflectionDraft';
import { createRemoved, type Removed } from './removed';
import { SavedNote } from './SavedNote';
import { Step } from './Step';
import { Steps } from './Steps';
import { useSaving } from './useSaving';

interface Props {
  application: Applications['ApplicationView'];
  view: Tagged<Applications['ReflectionView']>;
  /** It is complete. */
  completed: () => void;
  /** It is to begin anew, with what is there now. */
  reload: () => void;
}

/** What to change in a draft; by its latest state where that may have moved on meanwhile. */
export type Changes = Partial<ReflectionDraft> | ((now: ReflectionDraft) => Partial<ReflectionDraft>);

/** What every step is given. */
export interface StepProps {
  application: Applications['ApplicationView'];
  prompts: Applications['Prompt'][];
  draft: ReflectionDraft;
  change: (changes: Changes) => void;
  /** What was taken out of the draft, as it was. */
  removed: Removed;
  errors: Complaints;
}

const LAST = STEPS.length;

/** The four steps. What is here goes on from what was saved, and is saved while it is typed. */
export function Editor({ application, view, completed, reload }: Props) {
  const { id } = application;
  const client = useQueryClient();
  const begun = (content: Applications['ReflectionForm'] | undefined) => draftOf(content, [...new Set(tookPlace(application).map(({ kind }) => kind))]);
  const [before] = useState(() => begun(view.content));
  const [draft, setDraft, clearDraft] = useDraft<ReflectionDraft>(`reflection-${id}`, before);
  const [etag, setEtag, clearEtag] = useDraft(`reflection-base-${id}`, view.etag);
  const [found, setFound] = useState<Complaints>({});
  const { saver, base, standing, problem } = useSaving({
    id,
    etag,
    wording: (content) => JSON.stringify(formOf(begun(content))),
    based: setEtag,
    saved: clear,
  });
  const [step, goTo] = useStep();

  const latest = useRef(draft);
  const [removed] = useState(createRemoved);
  useEffect(() => () => removed.end(), [removed]);

  // What was left in this tab because it could not be saved is saved now.
  useEffect(() => {
    if (JSON.stringify(formOf(latest.current)) !== JSON.stringify(formOf(before))) {
      saver.change(formOf(latest.current));
    }
  }, [before, saver]);

  // Whoever cannot complete it yet is led to the first field that is not right, which may lie in another step.
  const place = useRef<HTMLElement>(null);
  const leading = useRef(false);
  useEffect(() => {
    const wrong = leading.current ? place.current?.querySelector<HTMLElement>('[data-wrong] input, [aria-invalid="true"]') : undefined;
    if (wrong) {
      leading.current = false;
      wrong.focus();
    }
  });

  function lead(fields: Complaints) {
    const first = Object.keys(fields).map(stepOf).sort()[0];
    if (first !== undefined) {
      leading.current = true;
      goTo(first);
    }
  }

  const complete = useCommand(
    async () => {
      await saver.hold();
      try {
        const form = formOf(draft);
        return await base.change(form, async (header) =>
          tagged(await applications.POST('/api/v1/applications/{id}/reflection/completion', { params: { path: { id }, header }, body: form })),
        );
      } catch (refused) {
        if (!(refused instanceof Elsewhere)) {
          saver.goOn();
        }
        lead(refused instanceof Problem ? refused.fields : {});
        throw refused;
      }
    },
    {
      changes: [['applications'], ['insights']],
      done: 'Completed.',
      onDone: (done) => {
        clear();
        client.setQueryData(reads.reflection(id).queryKey, done);
        completed();
      },
    },
  );
  const elsewhere = [problem, complete.error].find((one) => one instanceof Elsewhere);
  const errors: Complaints = { ...problem?.fields, ...complete.error?.fields, ...found };

  function change(changes: Changes) {
    const now = latest.current;
    const next = { ...now, ...(typeof changes === 'function' ? changes(now) : changes) };
    latest.current = next;
    removed.note(now, next);
    leading.current = false;
    setDraft(next);
    setEtag(base.current());
    saver.change(formOf(next));
    if (complete.isError && elsewhere === undefined) {
      complete.reset();
    }
    if (Object.keys(found).length > 0) {
      setFound(complaints(next));
    }
  }

  function clear() {
    clearDraft();
    clearEtag();
  }

  function load({ view: now }: Elsewhere) {
    saver.forget();
    clear();
    client.setQueryData(reads.reflection(id).queryKey, now);
    reload();
  }

  function keep({ view: now }: Elsewhere) {
    base.take(now.etag);
    complete.reset();
    saver.change(formOf(latest.current));
    saver.goOn();
  }

  function finish() {
    const missing = complaints(draft);
    setFound(missing);
    if (Object.keys(missing).length === 0) {
      complete.mutate();
    } else {
      lead(missing);
    }
  }

  return (
    <Stack gap="md">
      {view.completed && (
        <Alert color="gray">You completed this before. What you change here counts once you complete it again; until then the former one does.</Alert>
      )}
      {elsewhere !== undefined && <ChangedElsewhere load={() => load(elsewhere)} keep={() => keep(elsewhere)} />}
      <Steps step={step} goTo={goTo} filled={(one) => filled(one, draft)} wrong={(one) => Object.keys(errors).some((field) => stepOf(field) === one)} />
      <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} aria-labelledby="step" ref={place}>
        <Title order={2} id="step" tabIndex={-1} mb="sm">
          {STEPS[step - 1]}
        </Title>
        <Step step={step} application={application} prompts={view.prompts} draft={draft} change={change} removed={removed} errors={errors} />
        {complete.isError && elsewhere === undefined && step === LAST && (
          <Alert color="red" role="alert" mt="md">
            {complete.error.message}
          </Alert>
        )}
        <Group justify="space-between" mt="xl" gap="sm">
          {elsewhere === undefined ? <SavedNote standing={standing} problem={problem} again={saver.flush} /> : <span />}
          <Group gap="sm">
            {step > 1 && (
              <Button variant="default" onClick={() => goTo(step - 1)}>
                Back
              </Button>
            )}
            {step < LAST ? (
              <Button onClick={() => goTo(step + 1)}>Go on</Button>
            ) : (
              <Button loading={complete.isPending} disabled={elsewhere !== undefined} onClick={finish}>
                Complete the reflection
              </Button>
            )}
          </Group>
        </Group>
      </Paper>
      <Text size="sm" role="status">
        {Object.keys(found).length > 0 && 'Something is missing before it is complete; it stands beside where it belongs.'}
      </Text>
    </Stack>
  );
}

/** The step that the address names; going to another brings the reader to its title. */
function useStep(): [step: number, goTo: (step: number) => void] {
  const [address, setAddress] = useSearchParams();
  const named = Number(address.get('step'));
  const step = Number.isInteger(named) && named >= 1 && named <= LAST ? named : 1;
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      window.scrollTo(0, 0);
      document.getElementById('step')?.focus();
    }
  }, [step]);

  return [step, (next) => setAddress(next === 1 ? {} : { step: String(next) }, { preventScrollReset: true })];
}
