// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Erased } from './Erased';
import { Erasing } from './Erasing';
import { Component as YourData } from './YourData';

const AT = '2026-10-01T10:00:00Z';
let asked = 0;
let refused = 0;
let forgotten: Record<string, string> | undefined;

const server = setupServer(
  http.delete('*/api/v1/me', () => {
    asked++;
    return new HttpResponse(null, { status: 202 });
  }),
  http.get('*/api/v1/me/erasure', () =>
    forgotten === undefined ? HttpResponse.json({ status: 404 }, { status: 404 }) : HttpResponse.json({ erasedAt: AT, forgotten }),
  ),
  http.get('*/api/v1/*', () => {
    refused++;
    return HttpResponse.json({ status: 403 }, { status: 403 });
  }),
);

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  asked = 0;
  refused = 0;
  forgotten = undefined;
});
afterEach(cleanup);
afterAll(() => server.close());

function Both() {
  const [begun, setBegun] = useState(false);
  return begun ? <Erased /> : <Erasing begun={() => setBegun(true)} />;
}

function show(page = <Both />) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>{page}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}

it('erases only what is meant', async () => {
  const user = show();

  await user.click(screen.getByRole('button', { name: 'Erase everything …' }));
  expect(screen.getByText('Nobody can undo this.')).toBeTruthy();
  const word = screen.getByLabelText('To go on, type the word erase');
  expect(document.activeElement).toBe(word);
  await user.click(screen.getByRole('button', { name: 'Erase everything for good' }));
  expect(screen.getByText('Type the word erase, if that is what you want.')).toBeTruthy();
  expect(document.activeElement).toBe(word);
  await user.click(screen.getByRole('button', { name: 'Keep everything' }));

  expect(screen.queryByLabelText('To go on, type the word erase')).toBeNull();
  expect(asked).toBe(0);
});

it('shows how far it is, forgets what was typed, and signs out at the end', async () => {
  const user = show();
  sessionStorage.setItem('rebound-draft-application', '{}');

  await user.click(screen.getByRole('button', { name: 'Erase everything …' }));
  await user.type(screen.getByLabelText('To go on, type the word erase'), 'Erase{Enter}');
  expect(await screen.findByRole('heading', { name: 'Everything is being erased' })).toBeTruthy();
  expect(await screen.findAllByText('waiting')).toHaveLength(4);
  expect(sessionStorage.length).toBe(0);

  forgotten = { 'application-service': AT };
  expect(await screen.findByText(/^destroyed at/, {}, { timeout: 4_000 })).toBeTruthy();
  expect(screen.getAllByText('waiting')).toHaveLength(2);

  forgotten = { 'application-service': AT, 'feedback-service': AT, 'insights-service': AT };
  expect(await screen.findByRole('heading', { name: 'Everything is erased' }, { timeout: 4_000 })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Sign out now' })).toBeTruthy();
  expect(asked).toBe(1);
}, 15_000);

it('keeps what was typed where it cannot be erased now', async () => {
  const user = show();
  server.use(http.delete('*/api/v1/me', () => HttpResponse.error(), { once: true }));

  await user.click(screen.getByRole('button', { name: 'Erase everything …' }));
  await user.type(screen.getByLabelText('To go on, type the word erase'), 'erase{Enter}');

  expect((await screen.findByRole('alert')).textContent).toContain('Rebound cannot be reached');
  expect(screen.getByLabelText<HTMLInputElement>('To go on, type the word erase').value).toBe('erase');
});

it('shows what was erased elsewhere, and asks for nothing else again', async () => {
  forgotten = { 'application-service': AT };
  show(<YourData />);

  expect(await screen.findByRole('heading', { name: 'Everything is being erased' })).toBeTruthy();
  forgotten = { 'application-service': AT, 'feedback-service': AT, 'insights-service': AT };
  expect(await screen.findByRole('heading', { name: 'Everything is erased' }, { timeout: 4_000 })).toBeTruthy();
  expect(refused).toBeLessThanOrEqual(5);
}, 15_000);
