import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { applications } from '../api/client';
import { useCommand } from '../api/useCommand';
import { useComplaints } from '../parts/complaints';
import { FormFoot } from '../parts/FormFoot';
import { Section } from '../parts/Section';
import classes from './data.module.css';
import { isMeant, WORD } from './erasure';

/**
 * Erases everything, once somebody has said that it is meant.
 *
 * @param begun it will be done, whatever happens meanwhile
 */
export function Erasing({ begun }: { begun: () => void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Section title="Erase everything">
      <Stack gap="md">
        <Text maw={640}>
          You can have all of it deleted, for good. If you want to keep something, download it first.
        </Text>
        {open ? (
          <Confirmation
            begun={begun}
            cancel={() => {
              setOpen(false);
              setTimeout(() => button.current?.focus());
            }}
          />
        ) : (
          <div>
            <Button ref={button} variant="default" onClick={() => setOpen(true)}>
              Erase everything …
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function Confirmation({ begun, cancel }: { begun: () => void; cancel: () => void }) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const erase = useCommand(async () => void (await applications.DELETE('/api/v1/me')), { changes: [], onDone: begun });
  const { form, errors, passes, problem } = useComplaints(erase.error);

  useEffect(() => input.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passes(isMeant(typed) ? {} : { word: `Type the word ${WORD}, if that is what you want.` })) {
      erase.mutate();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <div>
          <Text fw={600} mb={4}>
            What will happen
          </Text>
          <ul className={classes.happens}>
            <li>The key that your words are encrypted with is destroyed at once. Nobody can read them any more, in no copy and no backup.</li>
            <li>Within about a minute your applications, reflections, requests, feedback, insights, goals and your search are deleted.</li>
            <li>Recruiters who have a link from you can no longer answer. E-mails that were sent are in their mailboxes and stay there.</li>
            <li>You are signed out, and this account can record nothing more. The account itself is kept by the sign-in; whoever runs it can delete it.</li>
          </ul>
        </div>
        <Text fw={600}>Nobody can undo this.</Text>
        <TextInput
          ref={input}
          label={`To go on, type the word ${WORD}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maw={280}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={errors['word']}
        />
        <FormFoot label="Erase everything for good" color="red" pending={erase.isPending || erase.isSuccess} problem={problem} cancel={cancel} stay="Keep everything" />
      </Stack>
    </form>
  );
}
