// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('./page', () => ({ isCandidate: true, isRecruiter: false, isBoardAdmin: false, name: 'Ann', subject: 'ann' }));

vi.mock('./anew', () => ({ loadAnew: vi.fn() }));

import { loadAnew } from './anew';
import { lazyPages } from './lazyPages';
import { Failed } from './NoPage';
import { routes } from './routes';
import { Shell } from './Shell';

/** So many parts take their time where much else is done. */
const SLOW_MS = 30_000;

const AWAY = new TypeError('Failed to fetch dynamically imported module: https://rebound.example/assets/Two.js');

/** What is to be done once nothing else is: the frame has something of its own. */
let idle: (() => void)[] = [];

beforeEach(() => {
  configure({ asyncUtilTimeout: 10_000 });
  idle = [];
  vi.stubGlobal('requestIdleCallback', (call: () => void) => {
    return idle.push(call);
  });
  vi.stubGlobal('cancelIdleCallback', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.mocked(loadAnew).mockClear();
  vi.unstubAllGlobals();
});

function titled(title: string) {
  return { Component: () => <h1 tabIndex={-1}>{title}</h1> };
}

/** Two pages in the frame; the second can be reached when it is said so. */
function open(two: () => Promise<ReturnType<typeof titled>>, at = '/one') {
  const pages = lazyPages([
    ['one', () => Promise.resolve(titled('One'))],
    ['two', two],
  ]);
  const router = createMemoryRouter([{ element: <Shell />, children: [{ errorElement: <Failed />, HydrateFallback: () => null, children: pages }] }], { initialEntries: [at] });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return router;
}

it('shows the frame while the code of the first page is on its way', () => {
  const router = createMemoryRouter(routes, { initialEntries: ['/'] });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );

  expect(router.state.initialized).toBe(false);
  expect(screen.getByRole('link', { name: 'Growth plan' })).toBeTruthy();
  expect(screen.getByLabelText('Loading')).toBeTruthy();
}, SLOW_MS);

it('loads the others once the first is there and nothing else is to be done', async () => {
  const two = vi.fn(() => Promise.resolve(titled('Two')));
  const router = open(two);
  await screen.findByRole('heading', { name: 'One' });
  expect(two).not.toHaveBeenCalled();

  idle.forEach((call) => call());
  await waitFor(() => expect(two).toHaveBeenCalledTimes(1));

  await act(() => router.navigate('/two'));
  expect(await screen.findByRole('heading', { name: 'Two' })).toBeTruthy();
  expect(two).toHaveBeenCalledTimes(1);
}, SLOW_MS);

it('loads anew what could not be loaded', async () => {
  const user = userEvent.setup();
  const router = open(() => Promise.reject(AWAY));
  await screen.findByRole('heading', { name: 'One' });

  await act(() => router.navigate('/two?q=1'));
  expect(await screen.findByRole('heading', { name: 'This page could not be loaded' })).toBeTruthy();
  expect(router.state.location).toMatchObject({ pathname: '/two', search: '?q=1' });
  await user.click(screen.getByRole('button', { name: 'Load the page again' }));

  expect(loadAnew).toHaveBeenCalledExactlyOnceWith();
}, SLOW_MS);

it('loads anew where it failed before anybody wanted it', async () => {
  const two = vi.fn(() => Promise.reject(AWAY));
  const router = open(two);
  await screen.findByRole('heading', { name: 'One' });
  idle.forEach((call) => call());
  await waitFor(() => expect(two).toHaveBeenCalledTimes(1));

  void router.navigate('/two?q=1');

  await waitFor(() => expect(loadAnew).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('/two?q=1')));
  expect(two).toHaveBeenCalledTimes(1);
}, SLOW_MS);

it('says offline that the page comes later, and loads it when the connection is back', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  open(() => Promise.reject(AWAY), '/two');
  expect(await screen.findByRole('heading', { name: 'This page comes when you are back' })).toBeTruthy();
  expect(screen.queryByText('Something went wrong here')).toBeNull();
  expect(loadAnew).not.toHaveBeenCalled();

  online.mockReturnValue(true);
  // Who listens is there a moment after the words are.
  await waitFor(() => {
    fireEvent(window, new Event('online'));
    expect(loadAnew).toHaveBeenCalledExactlyOnceWith();
  });
}, SLOW_MS);
