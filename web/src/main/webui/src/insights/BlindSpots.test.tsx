// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MemoryRouter } from 'react-router';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BlindSpots } from './BlindSpots';

const one = (applicationId: string, own: number, theirs: number) => ({ applicationId, stage: 'RECRUITER_SCREEN', own, theirs, at: '2026-10-01T08:00:00Z' });

const server = setupServer(
  http.get('*/api/v1/insights/blind-spots', () =>
    HttpResponse.json({
      asOf: null, status: 'ENOUGH', applications: 3, compared: 3,
      findings: [
        { kind: 'BLIND_SPOT', stage: 'RECRUITER_SCREEN', n: 2, compared: 3, meanDifference: 2.5, occurrences: [one('a', 5, 2), one('b', 4, 2)] },
      ],
    }),
  ),
  http.get('*/api/v1/applications', () => HttpResponse.json({ items: [] })),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(cleanup);
afterAll(() => server.close());

it('says of which applications its means are', async () => {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <BlindSpots />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );

  expect(await screen.findByText(/^Each mark is the mean of only those applications in which this showed\./)).toBeTruthy();
  const cells = screen.getAllByRole('cell', { hidden: true }).map((cell) => cell.textContent);
  expect(cells).toEqual(expect.arrayContaining(['4.5', '2', '2 of 3']));
});
