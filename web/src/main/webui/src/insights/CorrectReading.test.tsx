// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Toasts } from '../parts/toasts';
import { CorrectReading } from './CorrectReading';
import { useDismissals } from './dismissals';
import type { KnownEvidence } from './evidence';

const EVIDENCE: KnownEvidence = {
  id: 'e-1', contextId: 'a-1', source: 'RECRUITER', theme: 'COMMUNICATION', control: 'CONTROLLABLE', quote: 'Answers rambled', confidence: 0.8,
  corrected: false, at: '2026-10-01',
};

const sent: unknown[] = [];
let dismissed = false;
const server = setupServer(
  http.put('*/api/v1/insights/causes/e-1', async ({ request }) => {
    const correction = (await request.json()) as { dismissed?: boolean };
    sent.push(correction);
    dismissed = correction.dismissed === true;
    return HttpResponse.json({ id: 'e-1' });
  }),
  http.get('*/api/v1/insights/dismissals', () => HttpResponse.json({ asOf: null, evidence: dismissed ? [EVIDENCE] : [] })),
);

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  sent.length = 0;
  dismissed = false;
});
afterEach(cleanup);
afterAll(() => server.close());

function Shown() {
  return <CorrectReading evidence={EVIDENCE} aside={useDismissals().some((one) => one.id === EVIDENCE.id)} />;
}

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Shown />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}

it('corrects the theme, leaves its control to the service, and can be undone', async () => {
  const user = show();

  await user.click(screen.getByRole('button', { name: 'Correct: Communication' }));
  await user.selectOptions(within(await screen.findByRole('dialog')).getByLabelText('What it is about'), 'COMPOSURE');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(sent).toEqual([{ theme: 'COMPOSURE' }, {}]));
});

it('leaves it out, and counts it again', async () => {
  const user = show();

  await user.click(screen.getByRole('button', { name: 'Correct: Communication' }));
  await user.click(await screen.findByRole('button', { name: 'This does not count' }));
  await user.click(await screen.findByRole('button', { name: 'Count it again: Communication' }));

  expect(await screen.findByRole('button', { name: 'Correct: Communication' })).toBeTruthy();
  expect(sent).toEqual([{ dismissed: true }, {}]);
});
