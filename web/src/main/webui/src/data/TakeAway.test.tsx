// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { TakeAway } from './TakeAway';

const saved: { name: string; text: Promise<string> }[] = [];
vi.mock('../parts/saveFile', () => ({
  saveFile: (name: string, content: Blob) => saved.push({ name, text: read(content) }),
}));

/** The blobs of jsdom cannot be asked for their text. */
function read(content: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(content);
  });
}

const server = setupServer(
  http.get('*/api/v1/me/data', () => HttpResponse.json({ application: { events: [] }, feedback: {}, insights: {} })),
);

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  saved.length = 0;
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

function show() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <TakeAway />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}

it('gives everything as one file', async () => {
  const user = show();

  await user.click(screen.getByRole('button', { name: 'Download everything' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^rebound-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(await (saved[0]?.text ?? ''))).toEqual({ application: { events: [] }, feedback: {}, insights: {} });
});

it('gives no half of it', async () => {
  const user = show();
  server.use(http.get('*/api/v1/me/data', () => HttpResponse.json({ detail: 'A part of Rebound does not answer.' }, { status: 503 })));

  await user.click(screen.getByRole('button', { name: 'Download everything' }));

  expect((await screen.findByRole('alert')).textContent).toBe('A part of Rebound does not answer.');
  expect(saved).toHaveLength(0);
});
