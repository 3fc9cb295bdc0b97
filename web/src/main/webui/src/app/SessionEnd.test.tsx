// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sessionEnded } from '../api/session';

const page = vi.hoisted(() => ({ subject: 'ann', reload: vi.fn() }));
vi.mock('./page', () => page);

import { SessionEnd } from './SessionEnd';

beforeEach(() => {
  page.reload.mockReset();
});
afterEach(() => {
  cleanup();
});

/** Has the session end under a request, and somebody sign in in the other window. */
async function signsIn(subject: string): Promise<{ went: () => boolean | undefined }> {
  let went: boolean | undefined;
  render(
    <MantineProvider env="test">
      <SessionEnd />
    </MantineProvider>,
  );
  void sessionEnded.signedInAgain().then((again) => (went = again));
  await screen.findByText('Your session has ended');
  const channel = new BroadcastChannel('rebound-session');
  channel.postMessage(subject);
  await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull());
  channel.close();
  return { went: () => went };
}

it('goes on for whoever has signed in again', async () => {
  const { went } = await signsIn('ann');

  expect(went()).toBe(true);
  expect(page.reload).not.toHaveBeenCalled();
});

it('does nothing in the name of somebody else', async () => {
  const { went } = await signsIn('ben');

  expect(went()).toBeUndefined();
  expect(page.reload).toHaveBeenCalled();
});
