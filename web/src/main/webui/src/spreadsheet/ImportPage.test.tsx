// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Component as ImportPage } from './ImportPage';

interface Sent {
  preview: boolean;
  type: string | null;
  key: string | null;
  text: string;
}

const sent: Sent[] = [];

function report(preview: boolean) {
  const id = preview ? {} : { id: 'a-1' };
  return {
    preview, added: 1, duplicates: 1, refused: 1, columnsLeftOut: ['Priority'],
    lines: [
      { line: 2, outcome: 'ADDED', title: 'Rigger', company: 'Nordwind', appliedOn: '2026-09-01', status: 'REJECTED', ...id },
      { line: 3, outcome: 'DUPLICATE', id: 'a-0', title: 'Mate', company: 'Ostwind', appliedOn: '2026-09-02', status: 'ACTIVE', problem: 'It is recorded already. Nothing about it is changed.' },
      { line: 4, outcome: 'REFUSED', title: 'Cook', problem: 'company is missing.' },
    ],
  };
}

const server = setupServer(
  http.post('*/api/v1/import', async ({ request }) => {
    const preview = new URL(request.url).searchParams.get('preview') === 'true';
    sent.push({ preview, type: request.headers.get('Content-Type'), key: request.headers.get('Idempotency-Key'), text: await request.text() });
    return HttpResponse.json(report(preview));
  }),
);

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  // The files of jsdom cannot be asked for what is in them.
  File.prototype.arrayBuffer ??= function (this: File) {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };
});
beforeEach(() => {
  sent.length = 0;
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

const FILE = 'title,company,appliedOn\nRigger,Nordwind,2026-09-01\n';

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <ImportPage />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}

function csv(name = 'jobs.csv', text = FILE): File {
  return new File([text], name, { type: 'text/csv' });
}

function input(): HTMLElement {
  return screen.getByLabelText(/Choose a file/);
}

it('shows what would happen, imports what was looked at, and tells what did', async () => {
  const user = show();

  await user.upload(input(), csv());
  const preview = within(await screen.findByRole('region', { name: 'What would happen' }));
  expect(preview.getByText('1 application would be added. 1 line is recorded already and stays as it is. 1 line cannot be taken.')).toBeTruthy();
  expect(preview.getByText(/An import cannot be undone/)).toBeTruthy();
  expect(preview.getByText(/Priority/)).toBeTruthy();
  expect(preview.getAllByRole('listitem').map((line) => within(line).getByText(/added|already|taken/, { selector: '.mantine-Badge-label' }).textContent)).toEqual([
    'Cannot be taken', 'Would be added', 'Recorded already',
  ]);
  await user.click(preview.getByRole('button', { name: 'Import 1 application' }));

  const done = within(await screen.findByRole('region', { name: 'What happened' }));
  expect(done.getByText('1 application was added. 1 line is recorded already and stays as it is. 1 line was not taken.')).toBeTruthy();
  expect(done.getByRole('link', { name: 'Rigger' }).getAttribute('href')).toBe('/applications/a-1');
  expect(sent.map(({ preview: only, type, text }) => [only, type, text])).toEqual([
    [true, 'text/csv', FILE],
    [false, 'text/csv', FILE],
  ]);
});

it('takes a file that is dropped', async () => {
  show();

  const place = input().closest('label') as HTMLElement;
  fireEvent.drop(place, { dataTransfer: { files: [csv()] } });

  expect(await screen.findByRole('region', { name: 'What would happen' })).toBeTruthy();
});

it('says what is wrong with a file, and takes the next one', async () => {
  const user = userEvent.setup({ applyAccept: false });
  show();
  server.use(
    http.post('*/api/v1/import', () => HttpResponse.json({ status: 400, detail: 'The first line has to name the columns.' }, { status: 400 }), { once: true }),
  );

  await user.upload(input(), csv('jobs.xlsx'));
  expect((await screen.findByRole('alert')).textContent).toContain('jobs.xlsx is not a CSV file.');
  await user.upload(input(), csv('jobs.csv', 'a,b\n'));
  expect(await screen.findByText('The first line has to name the columns.')).toBeTruthy();
  await user.upload(input(), csv());
  expect(await screen.findByRole('region', { name: 'What would happen' })).toBeTruthy();
});

it('is sent again under the same key where an answer was lost', async () => {
  const user = show();
  await user.upload(input(), csv());
  await screen.findByRole('region', { name: 'What would happen' });
  server.use(
    http.post(
      '*/api/v1/import',
      ({ request }) => {
        sent.push({ preview: false, type: null, key: request.headers.get('Idempotency-Key'), text: '' });
        return HttpResponse.error();
      },
      { once: true },
    ),
  );

  await user.click(screen.getByRole('button', { name: 'Import 1 application' }));
  expect((await screen.findByRole('alert')).textContent).toContain('importing the file again adds only the rest');
  await user.click(screen.getByRole('button', { name: 'Import 1 application' }));

  await screen.findByRole('region', { name: 'What happened' });
  const [, lost, again] = sent;
  expect(again?.key).toBe(lost?.key);
});
