import { ActionIcon, Button, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reads } from '../api/reads';
import { AddOne } from '../parts/AddOne';
import { choices, CONTROLS, THEMES, type ControlCode, type ThemeCode } from '../words/codes';
import { suggested, USUAL } from './reasons';
import type { StepProps } from './Editor';
import classes from './reflection.module.css';
import type { CauseDraft } from './reflectionDraft';
import { Wrong } from './Wrong';

/** What decided it, as one sees it, and how far that was in one's hands. */
export function Causes({ application, prompts, draft: { causes }, change, removed, errors }: StepProps) {
  const feedback = useQuery(reads.feedback(application.id));
  const chosen = causes.map(({ theme }) => theme);
  const hints = suggested(feedback.data?.items ?? [], chosen);
  const added = useRef<ThemeCode>(undefined);

  useEffect(() => {
    if (added.current !== undefined) {
      document.getElementById(controlId(added.current))?.focus();
      added.current = undefined;
    }
  });

  function add(theme: ThemeCode) {
    added.current = theme;
    change({ causes: [...causes, removed.cause(theme)] });
  }

  function remove(cause: CauseDraft, place: number) {
    change({ causes: causes.filter(({ theme }) => theme !== cause.theme) });
    document.getElementById('causes')?.focus();
    removed.say(`${THEMES[cause.theme]} is taken away.`, () =>
      change(({ causes: now }) => (now.some(({ theme }) => theme === cause.theme) ? {} : { causes: [...now.slice(0, place), cause, ...now.slice(place)] })),
    );
  }

  return (
    <Stack gap="sm" role="group" aria-labelledby="causes">
      <Title order={3} id="causes" tabIndex={-1}>
        What decided it
      </Title>
      <Text c="dimmed" maw={640}>
        {prompts.find(({ part }) => part === 'CAUSES')?.text ?? 'What do you think decided it, and how much of that was in your hands?'} What was not in your
        hands never counts against you.
      </Text>
      <Wrong>{errors['causes']}</Wrong>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {causes.map((cause, i) => (
          <Cause
            key={cause.theme}
            cause={cause}
            set={(next) => change({ causes: causes.map((one) => (one.theme === next.theme ? next : one)) })}
            remove={() => remove(cause, i)}
            error={errors[`causes[${i}].note`] ?? errors[`causes[${i}].theme`]}
          />
        ))}
      </Stack>
      {hints.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            Named in the feedback:
          </Text>
          {hints.map((theme) => (
            <Button key={theme} variant="default" onClick={() => add(theme)} aria-label={`Add: ${THEMES[theme]}`}>
              {THEMES[theme]}
            </Button>
          ))}
        </Group>
      )}
      <AddOne label="Add a cause" what="cause" words={without(chosen)} add={add} />
    </Stack>
  );
}

function without(chosen: ThemeCode[]): Record<ThemeCode, string> {
  return Object.fromEntries(Object.entries(THEMES).filter(([theme]) => !chosen.includes(theme as ThemeCode))) as Record<ThemeCode, string>;
}

function controlId(theme: ThemeCode): string {
  return `control-${theme}`;
}

interface CauseProps {
  cause: CauseDraft;
  set: (cause: CauseDraft) => void;
  remove: () => void;
  error: string | undefined;
}

function Cause({ cause, set, remove, error }: CauseProps) {
  const { theme, control, note } = cause;

  function classify(chosen: ControlCode) {
    const { control: _, ...others } = cause;
    set(chosen === USUAL[theme] ? others : { ...others, control: chosen });
  }

  return (
    <li className={classes.stage}>
      <Group justify="space-between" wrap="nowrap" align="center">
        <Text fw={500}>{THEMES[theme]}</Text>
        <ActionIcon variant="subtle" color="gray" onClick={remove} aria-label={`Take away: ${THEMES[theme]}`}>
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <Stack gap="sm">
        <NativeSelect
          id={controlId(theme)}
          label="Was it in your hands?"
          data={choices(CONTROLS)}
          value={control ?? USUAL[theme]}
          onChange={(event) => classify(event.currentTarget.value as ControlCode)}
          maw={260}
        />
        <Textarea
          label="Note"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={4000}
          value={note}
          onChange={(event) => set({ ...cause, note: event.currentTarget.value })}
          error={error}
        />
      </Stack>
    </li>
  );
}
