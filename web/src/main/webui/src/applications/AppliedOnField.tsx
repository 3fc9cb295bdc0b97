import { Button, Group, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { today } from '../parts/dates';

interface Props {
  value: string;
  onChange: (day: string) => void;
  error: string | undefined;
}

/**
 * On which day somebody applied. Nothing stands there by itself: most write an application down weeks later, and nothing
 * that followed can be recorded for a day before it.
 */
export function AppliedOnField({ value, onChange, error }: Props) {
  const field = useRef<HTMLInputElement>(null);

  function fill() {
    onChange(today());
    // Whoever is told what is wrong here hears of it as of typing.
    field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return (
    <TextInput
      ref={field}
      label="Applied on"
      description="The day you sent it; about is good enough. Stages and answers that came later are recorded from this day on."
      type="date"
      required
      max={today()}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      inputContainer={(input) => (
        <Group gap="xs" wrap="nowrap">
          {input}
          <Button variant="default" onClick={fill} aria-label="Applied today">
            Today
          </Button>
        </Group>
      )}
    />
  );
}
