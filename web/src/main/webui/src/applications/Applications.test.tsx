// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Component } from './Applications';

/** Waiting for nobody to type takes its time where much else is done. */
const SLOW_MS = 30_000;

const one = { id: 'a', status: 'ACTIVE', posting: { title: 'Ward nurse', company: 'Lakeside' }, appliedOn: '2026-01-01', stages: [], version: 1 };
const server = setupServer(
  http.get('*/api/v1/applications', async ({ request }) => {
    await delay(50);
    return HttpResponse.json({ items: new URL(request.url).searchParams.has('q') ? [] : [one], next: null });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(cleanup);
afterAll(() => server.close());

const router = createMemoryRouter([{ path: '/applications', element: <Component /> }], { initialEntries: ['/applications'] });

function field(): HTMLInputElement {
  return screen.getByRole('searchbox', { name: 'Search' });
}

it('shows all again, with a search that says so', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText('1 application');
  const seen: string[] = [];
  new MutationObserver(() => seen.push(container.textContent ?? '')).observe(container, { childList: true, subtree: true, characterData: true });
  await user.type(field(), 'pilot ');
  await screen.findByText(/No application fits/);
  expect(field().value).toBe('pilot ');

  await user.click(screen.getByRole('button', { name: 'Show all applications' }));

  await screen.findByText('1 application');
  await waitFor(() => expect(field().value).toBe(''));
  expect(seen.filter((text) => text.includes('Nothing is recorded yet'))).toEqual([]);
}, SLOW_MS);
