// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Requests } from './Requests';

/** Taken back, about one application or another. */
const cancelled = (id: string, applicationId: string, title: string) => ({
  id, applicationId, status: 'CANCELLED', origin: 'CANDIDATE', round: 1, posting: { title }, recruiter: { name: 'Rita' }, candidate: {},
  stages: [], requestedAt: '2026-10-01T08:00:00Z', expiresAt: '2026-10-15T08:00:00Z', reminders: 0, questions: [], version: 1,
});

/** Whether there are older requests than are listed. */
let older = false;

const server = setupServer(
  http.get('*/api/v1/feedback-requests', () =>
    HttpResponse.json({ items: [cancelled('r-1', 'rejected', 'Cook'), cancelled('r-2', 'reopened', 'Baker')], ...(older && { next: '200' }) }),
  ),
  http.get('*/api/v1/applications', ({ request }) => {
    const wanted = new URL(request.url).searchParams.get('status');
    return HttpResponse.json({ items: wanted === 'REJECTED' ? [{ id: 'rejected', status: 'REJECTED', posting: {}, stages: [] }] : [] });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(cleanup);
afterAll(() => server.close());

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Requests ask={() => undefined} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('offers to ask again about what is rejected, and about nothing else', async () => {
  show();

  const again = await screen.findByRole('button', { name: 'Ask again' });
  const row = (title: string) => within(screen.getByRole('link', { name: title }).closest('li') as HTMLElement);
  expect(row('Cook').getByRole('button', { name: 'Ask again' })).toBe(again);
  expect(row('Cook').getByText('You took this request back. You can ask again.')).toBeTruthy();
  expect(row('Baker').getByText('This request was taken back.')).toBeTruthy();
  expect(row('Baker').queryByRole('button', { name: 'Ask again' })).toBeNull();
});

it('says where older requests are', async () => {
  show();
  await screen.findByText('You took this request back. You can ask again.');
  expect(screen.queryByText('Older requests are with their applications.')).toBeNull();
  cleanup();

  older = true;
  show();
  expect(await screen.findByText('Older requests are with their applications.')).toBeTruthy();
});
