// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { today } from '../parts/dates';
import { Toasts } from '../parts/toasts';
import { Next } from './Next';

const rejected = (id: string, title: string) => ({
  id, status: 'REJECTED', posting: { title, company: 'Lakeside' }, appliedOn: '2026-01-01', stages: [], rejection: { rejectedOn: today(), source: 'CANDIDATE' }, version: 1,
});
const reflection = (completed: boolean) => HttpResponse.json({ status: 'DRAFT', completed, prompts: [], content: {} });

const server = setupServer(
  http.get('*/api/v1/applications', () => HttpResponse.json({ items: [rejected('revised', 'Cook'), rejected('open', 'Ward nurse')] })),
  http.get('*/api/v1/applications/revised/reflection', () => reflection(true)),
  http.get('*/api/v1/applications/open/reflection', () => reflection(false)),
  http.get('*/api/v1/feedback', () => HttpResponse.json({ items: [] })),
  http.get('*/api/v1/growth-plan', () => HttpResponse.json({ contexts: 2, goals: [{ id: 'goal', status: 'PROPOSED', statement: 'Lead with the answer', checkIns: [] }] })),
  http.get('*/api/v1/search-refinements', () => HttpResponse.json({ items: [{ id: 's', status: 'SUGGESTED' }] })),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);
afterAll(() => server.close());

it('gives way to the next in order, which this browser remembers until it is taken back', async () => {
  const user = userEvent.setup();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Next />
          <Toasts />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const notThis = () => screen.getByRole('button', { name: 'Not this one' });

  expect(await screen.findByText('Look back on Ward nurse at Lakeside')).toBeTruthy();
  await user.click(notThis());
  expect(screen.getByText('A goal is proposed to you')).toBeTruthy();
  expect(screen.getByText('Lead with the answer. It comes from what several people said.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Next step' }));

  await user.click(notThis());
  expect(screen.getByText('A change to your search is suggested')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Not this one' })).toBeNull();
  expect(localStorage.getItem('rebound-set-aside')).toBe('["open","goal"]');

  const said = screen.getByText('Left. It stays among the proposed goals of your growth plan.').parentElement as HTMLElement;
  await user.click(within(said).getByRole('button', { name: 'Undo' }));
  expect(screen.getByText('A goal is proposed to you')).toBeTruthy();
  expect(localStorage.getItem('rebound-set-aside')).toBe('["open"]');
}, 30_000);
