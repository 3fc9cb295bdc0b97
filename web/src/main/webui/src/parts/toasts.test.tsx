// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { say, Toasts } from './toasts';

const MUCH_LATER_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <MantineProvider env="test">
      <Toasts />
    </MantineProvider>,
  );
});
afterEach(() => {
  pass(MUCH_LATER_MS);
  cleanup();
  vi.useRealTimers();
});

function pass(ms: number) {
  act(() => void vi.advanceTimersByTime(ms));
}

function said(text: string, undo?: () => void) {
  act(() => say(text, undo));
  return () => screen.queryByText(text);
}

it('leaves twenty seconds to take something back', () => {
  const plain = said('Saved.');
  const undoable = said('First call is left out.', () => undefined);

  pass(8_000);
  expect(plain()).toBeNull();
  pass(11_900);
  expect(undoable()).toBeTruthy();
  pass(100);
  expect(undoable()).toBeNull();
});

it('stays for as long as somebody is at it', () => {
  const toast = said('First call is left out.', () => undefined);
  const undo = screen.getByRole('button', { name: 'Undo' });

  fireEvent.focus(undo);
  pass(MUCH_LATER_MS);
  expect(toast()).toBeTruthy();
  fireEvent.pointerEnter(undo);
  fireEvent.blur(undo);
  pass(MUCH_LATER_MS);
  expect(toast()).toBeTruthy();

  fireEvent.pointerLeave(undo.closest('.mantine-Paper-root') as HTMLElement);
  pass(20_000);
  expect(toast()).toBeNull();
});
