// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { AskForm as OfTheApplication } from '../applications/AskForm';
import type { DeedProps } from '../applications/Deeds';
import { AskForm } from './AskForm';

/** So many fields take their time where much else is done. */
const SLOW_MS = 30_000;

const summary = (id: string, title: string) => ({ id, status: 'REJECTED', posting: { title, company: 'Lakeside' }, stages: [], version: 1 });
const application = { ...summary('a', 'Cook'), appliedOn: '2026-01-01' } as unknown as DeedProps['application'];

const asked: unknown[] = [];

const server = setupServer(
  http.get('*/api/v1/applications', () => HttpResponse.json({ items: [summary('a', 'Cook'), summary('b', 'Baker')] })),
  http.get('*/api/v1/applications/:id', () => HttpResponse.json(application)),
  http.post('*/api/v1/feedback-requests', async ({ request }) => {
    asked.push(await request.json());
    return HttpResponse.json({ id: 'r' });
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  sessionStorage.clear();
  asked.length = 0;
});
afterEach(cleanup);
afterAll(() => server.close());

function show(form: ReactNode) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>{form}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const ofTheApplication = () => show(<OfTheApplication application={application} done={() => undefined} cancel={() => undefined} />);

it('leaves nothing on the page of one application that was begun about another', async () => {
  const user = userEvent.setup();
  show(<AskForm applicationId="a" close={() => undefined} onAsked={() => undefined} />);
  await user.type(await screen.findByLabelText(/The recruiter's e-mail/), 'ann@a.example');
  await user.selectOptions(screen.getByLabelText(/About which application/), 'b');
  cleanup();

  ofTheApplication();

  expect((screen.getByLabelText(/E-mail address/) as HTMLInputElement).value).toBe('');
}, SLOW_MS);

it('asks about the application on whose page it is, whatever was kept', async () => {
  const user = userEvent.setup();
  sessionStorage.setItem('rebound-draft-ask-a', JSON.stringify({ applicationId: 'b', name: '', email: 'ann@a.example', message: '' }));
  ofTheApplication();

  await user.click(screen.getByRole('button', { name: 'Send the question' }));

  await waitFor(() => expect(asked).toEqual([{ applicationId: 'a', recruiter: { email: 'ann@a.example' } }]));
}, SLOW_MS);
