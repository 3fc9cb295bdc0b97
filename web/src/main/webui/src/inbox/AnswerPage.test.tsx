// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Component } from './AnswerPage';

/** So many controls take their time where much else is done. */
const SLOW_MS = 30_000;

const ID = '7a3f8f4e-8f1a-4f0e-9a30-4d3c43a1c111';

const sent: unknown[] = [];

const server = setupServer(
  http.get(`*/api/v1/feedback-requests/${ID}`, () =>
    HttpResponse.json({
      id: ID, applicationId: 'a', status: 'REQUESTED', origin: 'CANDIDATE', round: 1, posting: { title: 'Line lead', company: 'Cinder Pumps' },
      candidate: { name: 'Uli' }, recruiter: {}, stages: [], requestedAt: '2026-10-01T08:00:00Z', expiresAt: '2026-10-15T08:00:00Z', reminders: 0,
      questions: [], version: 1,
    }),
  ),
  http.get('*/api/v1/feedback-requests/gone', () => HttpResponse.json({ status: 404, detail: 'No such request.' }, { status: 404 })),
  http.post('*/api/v1/feedback-requests/*', async ({ request }) => {
    sent.push(await request.json());
    return HttpResponse.json({ status: 'RECEIVED' });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  sent.length = 0;
});
afterAll(() => server.close());

function show(id: string) {
  const router = createMemoryRouter([{ path: '/inbox/:id', element: <Component /> }], { initialEntries: [`/inbox/${id}`] });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('has its title and the way back before the request is there, and where there is none', async () => {
  show('gone');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Feedback on an application');

  await screen.findByRole('alert');

  expect(document.title).toBe('Feedback on an application - Rebound');
  expect(screen.getByRole('link', { name: 'Back to the inbox' }).getAttribute('href')).toBe('/inbox');
}, SLOW_MS);

it('keeps its title where it was focused while the request came in', async () => {
  show(ID);
  const title = screen.getByRole('heading', { level: 1 });
  title.focus();

  expect(await screen.findByRole('heading', { name: 'Feedback on Line lead at Cinder Pumps' })).toBe(title);
  expect(document.activeElement).toBe(title);
}, SLOW_MS);

it('leads whoever sends nothing to the words that are missing', async () => {
  const user = userEvent.setup();
  show(ID);

  await user.click(await screen.findByRole('button', { name: 'Send feedback' }));

  const words = screen.getByLabelText(/Your feedback/);
  expect(document.activeElement).toBe(words);
  expect(screen.getByText('Please write a sentence or two.')).toBeTruthy();
  expect(sent).toEqual([]);

  await user.type(words, 'T');
  expect(screen.queryByText('Please write a sentence or two.')).toBeNull();
}, SLOW_MS);
