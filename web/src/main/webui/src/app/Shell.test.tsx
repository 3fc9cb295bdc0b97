// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('./page', () => ({ isCandidate: true, isRecruiter: false, isBoardAdmin: false, name: 'Ann', subject: 'ann' }));

import { Shell } from './Shell';

/** As wide as a phone, or wider. */
function show(narrow: boolean) {
  const matches = (query: string) => narrow && query.startsWith('(max-width');
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: matches(query), addEventListener: () => undefined, removeEventListener: () => undefined,
  }));
  const page = {
    path: '*',
    element: (
      <>
        <h1 tabIndex={-1}>Here</h1>
        <button type="button">On the page</button>
      </>
    ),
  };
  render(
    <MantineProvider env="test">
      <RouterProvider router={createMemoryRouter([{ element: <Shell />, children: [page] }], { initialEntries: ['/applications'] })} />
    </MantineProvider>,
  );
}

beforeEach(() => {
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('closes the menu also for the page that is shown already', async () => {
  show(false);
  fireEvent.click(screen.getByRole('button', { name: 'Open the menu' }));
  expect(screen.queryByRole('button', { name: 'Open the menu' })).toBeNull();

  fireEvent.click(screen.getByRole('link', { name: 'Applications' }));

  expect(await screen.findByRole('button', { name: 'Open the menu' })).toBeTruthy();
});

it('promises nothing to whoever is offline that does not happen', () => {
  show(false);
  fireEvent(window, new Event('offline'));

  expect(screen.getByText('You are offline. Keep this tab open and send when you are back; a reflection saves itself.')).toBeTruthy();
});

it('leaves nothing in the tab of whoever signs out', () => {
  show(false);
  sessionStorage.setItem('rebound-draft-application', '{}');

  fireEvent.submit(screen.getByRole('button', { name: 'Sign out' }));

  expect(sessionStorage).toHaveLength(0);
});

describe('on a phone', () => {
  beforeEach(() => show(true));

  const opener = () => screen.getByRole('button', { name: 'Open the menu' });

  it('has nothing of the closed menu among what can be reached', async () => {
    const user = userEvent.setup();
    expect(screen.queryByRole('link', { name: 'Insights' })).toBeNull();

    opener().focus();
    await user.tab();
    await user.tab();

    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'On the page' }));
  });

  it('opens into the menu, with the page behind it out of reach', async () => {
    await userEvent.click(opener());

    expect(screen.getByRole('link', { name: 'Insights' })).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Pages' }).closest('.mantine-AppShell-navbar')?.contains(document.activeElement)).toBe(true);
    expect(document.getElementById('main')?.hasAttribute('inert')).toBe(true);
  });

  it('closes by Escape, back to where it was opened', async () => {
    const user = userEvent.setup();
    await user.click(opener());

    await user.keyboard('{Escape}');

    expect(screen.queryByRole('link', { name: 'Insights' })).toBeNull();
    expect(document.activeElement).toBe(opener());
    expect(document.getElementById('main')?.hasAttribute('inert')).toBe(false);
  });

  it.each(['Insights', 'Applications'])('closes for the page that is chosen, whose title has the focus: %s', async (name) => {
    const user = userEvent.setup();
    await user.click(opener());

    await user.click(screen.getByRole('link', { name }));

    expect(await screen.findByRole('button', { name: 'Open the menu' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Insights' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Here' }));
  });
});
