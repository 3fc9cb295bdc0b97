// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { useState, type ComponentType } from 'react';
import { afterAll, afterEach, beforeAll, it } from 'vitest';
import { Toasts } from '../parts/toasts';
import { AskForm } from './AskForm';
import { CorrectionForm } from './CorrectionForm';
import type { DeedProps } from './Deeds';
import { RejectionForm } from './RejectionForm';

/** So many fields take their time where much else is done. */
const SLOW_MS = 30_000;

const refused = () => HttpResponse.json({ detail: 'It has moved on meanwhile.' }, { status: 409 });
const server = setupServer(
  http.post('*/api/v1/applications/a/rejection', () => HttpResponse.json({})),
  http.post('*/api/v1/applications/a/reopening', refused),
  http.post('*/api/v1/feedback-requests', () => HttpResponse.json({ id: 'r' })),
  http.post('*/api/v1/feedback-requests/r/cancellation', refused),
  http.patch('*/api/v1/applications/a', () => HttpResponse.json({}), { once: true }),
  http.patch('*/api/v1/applications/a', refused),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(cleanup);
afterAll(() => server.close());

const application = {
  id: 'a',
  status: 'ACTIVE',
  posting: { title: 'Ward nurse', company: 'Lakeside' },
  appliedOn: '2026-01-01',
  stages: [],
  recruiter: { name: 'Rita', email: 'rita@example.org' },
  version: 1,
} as unknown as DeedProps['application'];

/** Goes away when it is done, as on the page of the application. */
function Deed({ form: Form }: { form: ComponentType<DeedProps> }) {
  const [open, setOpen] = useState(true);
  return open && <Form application={application} done={() => setOpen(false)} cancel={() => {}} />;
}

it.each([
  { form: RejectionForm, send: 'Record the rejection' },
  { form: AskForm, send: 'Send the question' },
  { form: CorrectionForm, send: 'Save the correction' },
])('says why it could not be taken back: $send', async ({ form, send }) => {
  const user = userEvent.setup();
  const { unmount } = render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Deed form={form} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const title = screen.queryByRole('textbox', { name: 'Job title' });
  if (title !== null) {
    await user.click(title);
    await user.paste(', nights');
  }

  await user.click(screen.getByRole('button', { name: send }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await screen.findByText('It has moved on meanwhile.');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  unmount();
}, SLOW_MS);
