import { Button, CloseButton, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import type { Problem } from '../api/problem';
import classes from './toasts.module.css';

/** Takes something back; where that fails, it is said why. */
export type Undo = () => Promise<unknown> | void;

interface Toast {
  id: number;
  text: string;
  undo?: Undo;
}

let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(now: Toast[]) {
  toasts = now;
  listeners.forEach((listener) => listener());
}

function close(id: number) {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Says in a corner that something was done; with a way to take it back where there is one. */
export function say(text: string, undo?: Undo): void {
  const toast: Toast = { id: next++, text, ...(undo === undefined ? {} : { undo }) };
  set([...toasts.slice(-2), toast]);
}

const SHOWN_MS = 8_000;

/** Where they are shown. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <Stack className={classes.corner} gap="xs" role="status" aria-live="polite">
      {shown.map((toast) => (
        <Shown key={toast.id} toast={toast} />
      ))}
    </Stack>
  );
}

function Shown({ toast }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => close(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id]);
  return (
    <Paper withBorder shadow="md" p="sm" className={classes.toast}>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" flex={1}>
          {toast.text}
        </Text>
        {toast.undo !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              Promise.resolve(toast.undo?.()).catch((problem: Problem) => say(problem.message));
              close(toast.id);
            }}
          >
            Undo
          </Button>
        )}
        <CloseButton size="sm" aria-label="Close" onClick={() => close(toast.id)} />
      </Group>
    </Paper>
  );
}
