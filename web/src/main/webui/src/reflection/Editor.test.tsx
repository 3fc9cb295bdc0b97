// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Component } from './ReflectionPage';

/** So many fields take their time where much else is done. */
const SLOW_MS = 30_000;

/** What the service holds. */
const held = { lessons: '', version: 1 };

function answered() {
  return HttpResponse.json(
    { status: 'DRAFT', completed: false, prompts: [], content: { lessons: held.lessons } },
    { headers: { ETag: `"${held.version}"` } },
  );
}

const server = setupServer(
  http.get('*/api/v1/applications/a', () =>
    HttpResponse.json({ id: 'a', status: 'REJECTED', posting: { title: 'Ward nurse', company: 'Lakeside' }, appliedOn: '2026-01-01', stages: [], version: 1 }),
  ),
  http.get('*/api/v1/feedback', () => HttpResponse.json({ items: [], next: null })),
  http.get('*/api/v1/applications/a/reflection', answered),
  http.put('*/api/v1/applications/a/reflection', async ({ request }) => {
    const { lessons = '' } = (await request.json()) as { lessons?: string };
    if (request.headers.get('If-Match') !== `"${held.version}"`) {
      return HttpResponse.json({ detail: 'It has moved on.' }, { status: 412 });
    }
    Object.assign(held, { lessons, version: held.version + 1 });
    return answered();
  }),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  sessionStorage.clear();
  Object.assign(held, { lessons: 'before', version: 1 });
});
afterEach(cleanup);
afterAll(() => server.close());

function open(step: number) {
  const router = createMemoryRouter([{ path: '/applications/:id/reflection', element: <Component /> }], { initialEntries: [`/applications/a/reflection?step=${step}`] });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** Opens the last step, and types after it was changed elsewhere. */
async function changedTwice() {
  const user = userEvent.setup();
  open(4);
  await screen.findByDisplayValue('before');
  Object.assign(held, { lessons: 'theirs', version: 5 });
  await user.click(screen.getByDisplayValue('before'));
  await user.paste(', mine');
  await screen.findByText('This was changed elsewhere');
  expect(held.lessons).toBe('theirs');
  return user;
}

it('shows what was written elsewhere to whoever wants that', async () => {
  const user = await changedTwice();

  await user.click(screen.getByRole('button', { name: 'Load what is there now' }));

  await screen.findByDisplayValue('theirs');
  expect(screen.queryByText('This was changed elsewhere')).toBeNull();
  expect(held).toEqual({ lessons: 'theirs', version: 5 });
  expect(Object.keys(sessionStorage).filter((key) => key.startsWith('rebound-draft-'))).toEqual([]);
}, SLOW_MS);

it('keeps what was written here for whoever wants that', async () => {
  const user = await changedTwice();

  await user.click(screen.getByRole('button', { name: 'Keep mine' }));

  await waitFor(() => expect(held).toEqual({ lessons: 'before, mine', version: 6 }));
  await screen.findByText('Saved');
  expect(screen.queryByText('This was changed elsewhere')).toBeNull();
}, SLOW_MS);

it('has what was written about a cause for whoever puts it in again', async () => {
  const user = userEvent.setup();
  open(4);
  const add = async () => {
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Add a cause' }), 'COMMUNICATION');
    await user.click(screen.getByRole('button', { name: 'Add this cause' }));
  };
  await add();
  await user.click(screen.getByRole('textbox', { name: 'Note' }));
  await user.paste('I talked around the question.');
  await user.click(screen.getByRole('button', { name: 'Take away: Communication' }));
  expect(screen.queryByDisplayValue('I talked around the question.')).toBeNull();

  await add();

  expect(screen.getByDisplayValue('I talked around the question.')).toBeTruthy();
  await screen.findByText('Saved');
}, SLOW_MS);

it('has the rating and the words of a stage for whoever puts it in again, also from another step', async () => {
  const user = userEvent.setup();
  open(2);
  await user.click(await screen.findByRole('textbox', { name: 'What to improve' }));
  await user.paste('One page instead of three.');
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(await screen.findByRole('radio', { name: 'How the application review went: 4 of 5' }));
  await user.click(screen.getByRole('button', { name: 'Leave out: Application review' }));
  await user.click(screen.getByRole('button', { name: 'Put in: Application review' }));

  expect((screen.getByRole('radio', { name: 'How the application review went: 4 of 5' }) as HTMLInputElement).checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByDisplayValue('One page instead of three.')).toBeTruthy();
  await screen.findByText('Saved');
}, SLOW_MS);
