// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CorrectionForm } from './CorrectionForm';
import type { DeedProps } from './Deeds';

/** So many fields take their time where much else is done. */
const SLOW_MS = 30_000;

const sent: unknown[] = [];
const server = setupServer(
  http.patch('*/api/v1/applications/a', async ({ request }) => {
    sent.push(await request.json());
    return HttpResponse.json({});
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
});
afterEach(cleanup);
afterAll(() => server.close());

const application = {
  id: 'a',
  status: 'ACTIVE',
  posting: { title: 'Ward nurse', company: 'Lakeside' },
  appliedOn: '2026-02-01',
  stages: [{ kind: 'ASSESSMENT', reachedOn: '2026-02-10' }],
  version: 2,
} as unknown as DeedProps['application'];

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <CorrectionForm application={application} done={() => undefined} cancel={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it('puts right the day of the application, and nothing else', async () => {
  const user = userEvent.setup();
  show();
  fireEvent.change(screen.getByLabelText(/^Applied on/), { target: { value: '2026-01-20' } });

  await user.click(screen.getByRole('button', { name: 'Save the correction' }));

  await waitFor(() => expect(sent).toEqual([{ appliedOn: '2026-01-20' }]));
}, SLOW_MS);

it('says why the day cannot be later than what followed', async () => {
  const user = userEvent.setup();
  show();
  fireEvent.change(screen.getByLabelText(/^Applied on/), { target: { value: '2026-02-11' } });

  await user.click(screen.getByRole('button', { name: 'Save the correction' }));

  expect(screen.getByText('The first thing that is recorded was on 10 Feb 2026; you applied on that day or before.')).toBeTruthy();
  expect(sent).toEqual([]);
}, SLOW_MS);
