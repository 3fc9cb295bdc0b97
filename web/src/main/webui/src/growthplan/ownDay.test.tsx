// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Insights } from '../api/reads';
import { CheckInForm } from './CheckInForm';
import { ClosingForm } from './ClosingForm';
import { OwnGoal } from './OwnGoal';
import { ProposedGoal } from './ProposedGoal';

/** So many controls take their time where much else is done. */
const SLOW_MS = 30_000;

/** Eight in the morning of the tenth in Sydney, where it is still the ninth in UTC. */
const NOW = '2026-10-09T21:00:00Z';

const GOAL: Insights['Goal'] = {
  id: '7a3f8f4e-8f1a-4f0e-9a30-4d3c43a1c333', theme: 'PREPARATION', status: 'ADOPTED', statement: 'Read about the ward', focalPoints: [], actions: [],
  horizonWeeks: 8, dueOn: '2026-10-10', adoptedOn: '2026-08-10', checkIns: [], contexts: 0, evidence: [],
};

const sent: { deed: string; on: unknown }[] = [];

const server = setupServer(
  http.get('*/api/v1/applications', () => HttpResponse.json({ items: [] })),
  http.post('*/api/v1/growth-plan/*', async ({ request }) => {
    const { on } = (await request.json()) as { on?: string };
    sent.push({ deed: new URL(request.url).pathname.split('/').at(-1) ?? '', on });
    return HttpResponse.json(GOAL);
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
  vi.stubEnv('TZ', 'Australia/Sydney');
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  sessionStorage.clear();
  sent.length = 0;
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
});

function show(element: ReactNode) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const nothing = () => undefined;

it('notes how a goal goes on the day that it is for the reader', async () => {
  const user = userEvent.setup();
  show(<CheckInForm goal={GOAL} close={nothing} />);

  await user.type(screen.getByLabelText('How it is going'), 'Well.');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ deed: 'check-ins', on: '2026-10-10' }]));
}, SLOW_MS);

it.each([
  ['achieve', 'Close it as achieved', 'achievement'],
  ['let-go', 'Let it go', 'abandonment'],
] as const)('closes a goal on that day: %s', async (ending, label, deed) => {
  const user = userEvent.setup();
  show(<ClosingForm goal={GOAL} ending={ending} cancel={nothing} />);

  await user.click(screen.getByRole('button', { name: label }));

  await waitFor(() => expect(sent).toEqual([{ deed, on: '2026-10-10' }]));
}, SLOW_MS);

it('sets a goal on that day', async () => {
  const user = userEvent.setup();
  show(<OwnGoal done={nothing} cancel={nothing} />);

  await user.type(screen.getByLabelText(/What shall be different/), 'Answer in stories');
  await user.selectOptions(screen.getByLabelText(/What it is about/), 'PREPARATION');
  await user.click(screen.getByRole('button', { name: 'Set the goal' }));

  await waitFor(() => expect(sent).toEqual([{ deed: 'goals', on: '2026-10-10' }]));
}, SLOW_MS);

it('adopts a goal on that day', async () => {
  const user = userEvent.setup();
  const { dueOn: _, adoptedOn: __, ...proposed } = GOAL;
  show(<ProposedGoal goal={{ ...proposed, status: 'PROPOSED' }} />);

  await user.click(screen.getByRole('button', { name: /Adopt/ }));
  await user.click(screen.getByRole('button', { name: 'Adopt the goal' }));

  await waitFor(() => expect(sent).toEqual([{ deed: 'adoption', on: '2026-10-10' }]));
}, SLOW_MS);
