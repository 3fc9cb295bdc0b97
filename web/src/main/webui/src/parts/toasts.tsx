import { Button, CloseButton, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
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

/**
 * Says in a corner that something was done; with a way to take it back where there is one.
 *
 * @returns takes it away before its time
 */
export function say(text: string, undo?: Undo): () => void {
  const toast: Toast = { id: next++, text, ...(undo === undefined ? {} : { undo }) };
  set([...toasts.slice(-2), toast]);
  return () => close(toast.id);
}

/** How long something is said; longer where somebody may want to take it back and has to get there first. */
const SHOWN_MS = 8_000;
const SHOWN_WITH_UNDO_MS = 20_000;

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
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const { id } = toast;
  const shownMs = toast.undo === undefined ? SHOWN_MS : SHOWN_WITH_UNDO_MS;

  // It does not go away under the hand of whoever is at it.
  useEffect(() => {
    if (hovered || focused) {
      return undefined;
    }
    const timer = setTimeout(() => close(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, shownMs, hovered, focused]);

  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      className={classes.toast}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
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
              close(id);
            }}
          >
            Undo
          </Button>
        )}
        <CloseButton size="sm" aria-label="Close" onClick={() => close(id)} />
      </Group>
    </Paper>
  );
}
