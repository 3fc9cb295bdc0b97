// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Component } from './Inbox';

/** So many lines take their time where much else is done. */
const SLOW_MS = 30_000;

/** How many requests there are in each state. */
let held: Record<string, number> = {};
const asked: string[] = [];

const server = setupServer(
  http.get('*/api/v1/feedback-requests', ({ request }) => {
    const query = new URL(request.url).searchParams;
    const status = query.get('status') ?? 'none';
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit'));
    asked.push(status);
    const until = Math.min(from + limit, held[status] ?? 0);
    const items = Array.from({ length: until - from }, (_, i) => ({
      id: `${status}-${from + i}`, applicationId: 'a', status, origin: 'CANDIDATE', round: 1, posting: { title: `${status} ${from + i}` },
      candidate: {}, recruiter: {}, stages: [], requestedAt: '2026-10-01T08:00:00Z', expiresAt: '2026-10-15T08:00:00Z', reminders: 0, questions: [], version: 1,
    }));
    return HttpResponse.json({ items, ...(until < (held[status] ?? 0) && { next: String(until) }) });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  asked.length = 0;
});
afterEach(cleanup);
afterAll(() => server.close());

function show(address = '/inbox') {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={createMemoryRouter([{ path: '/inbox', element: <Component /> }], { initialEntries: [address] })} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('asks for those that wait, however many are closed', async () => {
  held = { REQUESTED: 1, DETAIL_REQUESTED: 1, RECEIVED: 400 };
  show();

  expect(await screen.findByText('REQUESTED 0')).toBeTruthy();
  expect(screen.getByText('DETAIL_REQUESTED 0')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(asked).toEqual(['REQUESTED', 'DETAIL_REQUESTED']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
}, SLOW_MS);

it('goes on page by page, from one state to the next', async () => {
  const user = userEvent.setup();
  held = { RECEIVED: 49, DECLINED: 3, EXPIRED: 1 };
  show('/inbox?show=closed');

  await screen.findByText('DECLINED 0');
  expect(screen.getAllByRole('listitem')).toHaveLength(50);

  await user.click(screen.getByRole('button', { name: 'Show more' }));

  await screen.findByText('EXPIRED 0');
  expect(screen.getAllByRole('listitem')).toHaveLength(53);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
}, SLOW_MS);

it('says where there is none', async () => {
  held = {};
  show('/inbox?show=closed');

  expect(await screen.findByText('No request has been answered, declined or has expired yet.')).toBeTruthy();
}, SLOW_MS);
