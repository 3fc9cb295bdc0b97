import { Alert, Button, Divider, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { Dialogue } from '../parts/Dialogue';
import { useFocusAfter } from '../parts/useFocusAfter';
import { choices, CONTROLS, THEMES, type ControlCode, type ThemeCode } from '../words/codes';
import { formerOf, type KnownEvidence } from './evidence';
import { useCorrection, useFormerReading } from './useCorrection';

/** The control that a theme usually has, which the service knows. */
const USUAL = '';

const THEME_CHOICES = choices(THEMES).filter(({ value }) => value !== 'UNSPECIFIED');
const CONTROL_CHOICES = choices(CONTROLS).filter(({ value }) => value !== 'UNKNOWN');

interface Props {
  evidence: KnownEvidence;
  /** Whether it does not count, by the candidate's word. */
  aside?: boolean;
}

/** The way to say that a sentence was read wrongly. */
export function CorrectReading({ evidence, aside = false }: Props) {
  const [open, setOpen] = useState(false);
  const former = useFormerReading();
  const button = useRef<HTMLButtonElement>(null);
  const dismissed = useRef(false);
  useFocusAfter(button, dismissed);

  return (
    <>
      <Button
        ref={button}
        size="compact-sm"
        variant="subtle"
        loading={former.isPending}
        onClick={() => (aside ? former.mutate(evidence) : setOpen(true))}
        aria-label={`${aside ? 'Count it again' : 'Correct'}: ${THEMES[evidence.theme]}`}
      >
        {aside ? 'Count it again' : 'Correct'}
      </Button>
      {former.isError && (
        <Text size="sm" c="red" role="alert" span>
          {former.error.message}
        </Text>
      )}
      <Dialogue opened={open} onClose={() => setOpen(false)} title="Correct how this was read">
        <Form
          evidence={evidence}
          close={() => setOpen(false)}
          onDismissed={() => {
            dismissed.current = true;
          }}
        />
      </Dialogue>
    </>
  );
}

interface FormProps {
  evidence: KnownEvidence;
  close: () => void;
  onDismissed: () => void;
}

function Form({ evidence, close, onDismissed }: FormProps) {
  const [theme, setTheme] = useState<ThemeCode>(evidence.theme);
  const [control, setControl] = useState<ControlCode | typeof USUAL>(evidence.control);
  const correct = useCorrection(close, onDismissed);
  const changed = theme !== evidence.theme || control !== evidence.control;
  const sent = correct.isPending ? correct.variables.correction : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    correct.mutate({ evidence, correction: control === USUAL ? { theme } : { theme, control } });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {evidence.quote !== undefined && <blockquote className="said" dir="auto">{evidence.quote}</blockquote>}
        <NativeSelect
          label="What it is about"
          data={THEME_CHOICES}
          value={theme}
          onChange={(event) => {
            const chosen = event.currentTarget.value as ThemeCode;
            setTheme(chosen);
            setControl(chosen === evidence.theme ? evidence.control : USUAL);
          }}
          error={correct.error?.fields['theme']}
          data-autofocus
        />
        <NativeSelect
          label="How far it is in your hands"
          data={theme === evidence.theme ? CONTROL_CHOICES : [{ value: USUAL, label: 'As usual for this theme' }, ...CONTROL_CHOICES]}
          value={control}
          onChange={(event) => setControl(event.currentTarget.value as ControlCode | typeof USUAL)}
          error={correct.error?.fields['control']}
        />
        {correct.isError && (
          <Alert color="red" role="alert">
            {correct.error.message}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" disabled={!changed || correct.isPending} loading={sent?.theme !== undefined}>
            Save
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          {evidence.corrected === true && (
            <Button variant="subtle" disabled={correct.isPending} onClick={() => correct.mutate({ evidence, correction: {} })}>
              As it was read first
            </Button>
          )}
        </Group>
        <Divider />
        <div>
          <Text size="sm" c="dimmed" mb="xs">
            Nothing of the kind was meant, or it does not apply? Then it can be left out of every figure. The words stay where they are.
          </Text>
          <Button
            variant="default"
            disabled={correct.isPending}
            loading={sent?.dismissed === true}
            onClick={() => correct.mutate({ evidence, correction: { ...formerOf(evidence), dismissed: true } })}
          >
            This does not count
          </Button>
        </div>
      </Stack>
    </form>
  );
}
