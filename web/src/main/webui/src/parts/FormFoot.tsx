import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';

interface Props {
  /** What the button says that sends the form. */
  label: string;
  pending: boolean;
  problem: Problem | null;
  /** The way out without sending it: what it does, or a link. */
  cancel: (() => void) | ReactNode;
  /** What the way out says. */
  stay?: string;
  color?: string;
}

/** The end of a form: what went wrong, the way on and the way out. */
export function FormFoot({ label, pending, problem, cancel, stay = 'Not now', color }: Props) {
  return (
    <>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <Group gap="sm">
        <Button type="submit" loading={pending} {...(color !== undefined && { color })}>
          {label}
        </Button>
        {typeof cancel === 'function' ? (
          <Button variant="subtle" onClick={cancel}>
            {stay}
          </Button>
        ) : (
          cancel
        )}
      </Group>
    </>
  );
}
