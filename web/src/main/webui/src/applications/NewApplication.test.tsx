// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { today } from '../parts/dates';
import { Component } from './NewApplication';

/** So many fields take their time where much else is done. */
const SLOW_MS = 30_000;

const sent: unknown[] = [];
const server = setupServer(
  http.post('*/api/v1/applications', async ({ request }) => {
    sent.push(await request.json());
    return HttpResponse.json({ id: 'a' }, { status: 201 });
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

function open(address: string) {
  const pages = [{ path: '/applications/new', element: <Component /> }, { path: '*', element: <p>Saved</p> }];
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={createMemoryRouter(pages, { initialEntries: [address] })} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

function appliedOn(): HTMLInputElement {
  return screen.getByLabelText(/^Applied on/);
}

function fill(label: RegExp, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

it.each(['/applications/new', '/applications/new?by=paste'])('takes no day for granted, and today by a press: %s', async (address) => {
  const user = userEvent.setup();
  open(address);
  fill(/^Job title/, 'Nurse');
  fill(/^Company/, 'Lakeside');
  expect(appliedOn().value).toBe('');

  await user.click(screen.getByRole('button', { name: 'Save the application' }));
  expect(screen.getByText('Say on which day you applied; about is good enough.')).toBeTruthy();
  expect(document.activeElement).toBe(appliedOn());
  expect(sent).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Applied today' }));
  expect(appliedOn().value).toBe(today());
  await waitFor(() => expect(screen.queryByText('Say on which day you applied; about is good enough.')).toBeNull());

  await user.click(screen.getByRole('button', { name: 'Save the application' }));
  await screen.findByText('Saved');
  expect(sent).toEqual([{ posting: { title: 'Nurse', company: 'Lakeside' }, appliedOn: today() }]);
}, SLOW_MS);

it('takes no day that is yet to come', async () => {
  const user = userEvent.setup();
  open('/applications/new');
  fill(/^Job title/, 'Nurse');
  fill(/^Company/, 'Lakeside');
  fill(/^Applied on/, `${new Date().getFullYear() + 1}-01-01`);

  await user.click(screen.getByRole('button', { name: 'Save the application' }));

  expect(screen.getByText('Choose today or a day before.')).toBeTruthy();
  expect(sent).toEqual([]);
}, SLOW_MS);
