// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('./page', () => ({ isCandidate: true, isRecruiter: false, isBoardAdmin: false, name: 'Ann', subject: 'ann' }));

import { Shell } from './Shell';

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  const page = { path: '*', element: <h1>Here</h1> };
  render(
    <MantineProvider env="test">
      <RouterProvider router={createMemoryRouter([{ element: <Shell />, children: [page] }], { initialEntries: ['/applications'] })} />
    </MantineProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('closes the menu also for the page that is shown already', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Open the menu' }));
  expect(screen.queryByRole('button', { name: 'Open the menu' })).toBeNull();

  fireEvent.click(screen.getByRole('link', { name: 'Applications' }));

  expect(await screen.findByRole('button', { name: 'Open the menu' })).toBeTruthy();
});

it('promises nothing to whoever is offline that does not happen', () => {
  fireEvent(window, new Event('offline'));

  expect(screen.getByText('You are offline. Keep this tab open and send when you are back; a reflection saves itself.')).toBeTruthy();
});

it('leaves nothing in the tab of whoever signs out', () => {
  sessionStorage.setItem('rebound-draft-application', '{}');

  fireEvent.submit(screen.getByRole('button', { name: 'Sign out' }));

  expect(sessionStorage).toHaveLength(0);
});
