import { Group, Text } from '@mantine/core';
import { useId } from 'react';
import classes from './Scale.module.css';

interface Props {
  /** What is rated. */
  label: string;
  /** 1 to 5, or nothing. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** What the ends mean, where the page does not say it. */
  ends?: [low: string, high: string];
  disabled?: boolean;
}

const STEPS = [1, 2, 3, 4, 5];

/** A rating from 1 to 5 in one row; another click on the chosen one takes it back. */
export function Scale({ label, value, onChange, ends, disabled = false }: Props) {
  const name = useId();
  return (
    <Group justify="space-between" gap="xs" role="radiogroup" aria-label={label} className={classes.row}>
      <Text component="span" className={classes.label}>
        {label}
      </Text>
      <Group gap={6} wrap="nowrap">
        {ends && (
          <Text size="xs" c="dimmed">
            {ends[0]}
          </Text>
        )}
        {STEPS.map((step) => (
          <label key={step} className={classes.step}>
            <input
              type="radio"
              name={name}
              checked={value === step}
              disabled={disabled}
              onChange={() => onChange(step)}
              onClick={() => value === step && onChange(undefined)}
              aria-label={`${label}: ${step} of 5`}
            />
            <span>{step}</span>
          </label>
        ))}
        {ends && (
          <Text size="xs" c="dimmed">
            {ends[1]}
          </Text>
        )}
      </Group>
    </Group>
  );
}
