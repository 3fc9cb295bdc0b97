// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Feedback } from '../api/reads';
import { AnswerForm } from './AnswerForm';

/** So many controls take their time where much else is done. */
const SLOW_MS = 30_000;

const ID = '7a3f8f4e-8f1a-4f0e-9a30-4d3c43a1c222';

const REQUEST: Feedback['RequestView'] = {
  id: ID, applicationId: 'a', status: 'REQUESTED', origin: 'CANDIDATE', round: 1, posting: { title: 'Line lead', company: 'Cinder Pumps' },
  candidate: { name: 'Uli' }, recruiter: {}, stages: ['PANEL_INTERVIEW'], requestedAt: '2026-10-01T08:00:00Z', expiresAt: '2026-10-15T08:00:00Z',
  reminders: 0, questions: [], version: 1,
};

const sent: { deed: string; body: unknown }[] = [];

const server = setupServer(
  http.post(`*/api/v1/feedback-requests/${ID}/check`, () => HttpResponse.json({ level: 'PARTIAL', score: 0.4, missing: [], warnings: [], read: true })),
  http.post(`*/api/v1/feedback-requests/${ID}/:deed`, async ({ request, params }) => {
    sent.push({ deed: String(params['deed']), body: await request.json() });
    return HttpResponse.json(params['deed'] === 'decline' ? { id: ID, status: 'DECLINED', version: 2 } : { status: 'RECEIVED', questions: [] });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  sent.length = 0;
});
afterAll(() => server.close());

function show(request = REQUEST) {
  const router = createMemoryRouter(
    [{ path: '/inbox/:id', element: <AnswerForm request={request} /> }, { path: '/inbox', element: <h1>Inbox</h1> }],
    { initialEntries: [`/inbox/${ID}`] },
  );
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('declines with a reason, and says before that it is for good', async () => {
  const user = userEvent.setup();
  show();

  await user.click(screen.getByText('I cannot give feedback'));
  const why = screen.getByLabelText('Why not? Optional');
  expect(screen.getByText(/It cannot be taken back, and what you wrote above is not sent\./)).toBeTruthy();
  await user.type(why, ' Not allowed here. ');
  await user.click(screen.getByRole('button', { name: 'Decline' }));

  await screen.findByRole('heading', { name: 'Inbox' });
  expect(sent).toEqual([{ deed: 'decline', body: { reason: 'Not allowed here.' } }]);
}, SLOW_MS);

it('asks a second time where an answer was begun, and keeps it until then', async () => {
  const user = userEvent.setup();
  show();
  await user.type(screen.getByLabelText(/Your feedback/), 'The case');
  await user.click(screen.getByText('I cannot give feedback'));

  await user.click(screen.getByRole('button', { name: 'Decline' }));
  await user.click(await screen.findByRole('button', { name: 'No, go on writing' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([]);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Your feedback/).value).toBe('The case');

  await user.click(screen.getByRole('button', { name: 'Decline' }));
  await user.click(await screen.findByRole('button', { name: 'Yes, decline' }));
  await screen.findByRole('heading', { name: 'Inbox' });
  expect(sent).toEqual([{ deed: 'decline', body: {} }]);
}, SLOW_MS);

it('sends ratings of single points with the words', async () => {
  const user = userEvent.setup();
  show();
  await user.type(screen.getByLabelText(/Your feedback/), 'The case stopped.');
  await user.click(screen.getByText('Rate single points'));
  await user.click(screen.getByRole('radio', { name: 'Communication: 2 of 5' }));
  await user.click(screen.getByText('Name what decided it'));
  await user.click(screen.getByRole('checkbox', { name: 'Communication' }));

  await user.click(screen.getByRole('button', { name: 'Send feedback' }));

  await screen.findByRole('heading', { name: 'Inbox' });
  expect(sent).toEqual([
    { deed: 'feedback', body: { comments: 'The case stopped.', ratings: [{ theme: 'COMMUNICATION', rating: 2 }], decisive: ['COMMUNICATION'] } },
  ]);
}, SLOW_MS);

it('asks for words alone in the second round, which can be declined as well', () => {
  show({ ...REQUEST, status: 'DETAIL_REQUESTED', round: 2 });

  expect(screen.queryByText('Rate single points')).toBeNull();
  expect(screen.queryByText('Name what decided it')).toBeNull();
  expect(screen.getByText('I cannot give feedback')).toBeTruthy();
}, SLOW_MS);
