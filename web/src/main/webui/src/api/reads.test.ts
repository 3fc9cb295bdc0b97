// @vitest-environment jsdom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { requestPages, WAITING } from '../inbox/requestPages';
import { LOOK_AGAIN_MS, reads } from './reads';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

it('finds all applications in one state, page by page', async () => {
  server.use(
    http.get('*/api/v1/applications', ({ request }) => {
      const query = new URL(request.url).searchParams;
      const from = Number(query.get('cursor') ?? 0);
      expect(query.get('status')).toBe('REJECTED');
      return HttpResponse.json({ items: [{ id: `a-${from}` }], ...(from < 2 && { next: String(from + 1) }) });
    }),
  );

  const { items } = await new QueryClient().fetchQuery(reads.applications('REJECTED'));

  expect(items.map(({ id }) => id)).toEqual(['a-0', 'a-1', 'a-2']);
});

describe('what became of requests', () => {
  /** After how long it is looked again once these were found. */
  async function interval(...states: string[]) {
    server.use(http.get('*/api/v1/feedback-requests', () => HttpResponse.json({ items: states.map((status) => ({ status })) })));
    const client = new QueryClient();
    const options = reads.requests();
    await client.fetchQuery(options);
    const query = client.getQueryCache().find({ queryKey: options.queryKey });
    const { refetchInterval } = new QueryObserver(client, options).options;
    return typeof refetchInterval === 'function' && query !== undefined ? refetchInterval(query as never) : refetchInterval;
  }

  it('is looked for while one is open', async () => {
    expect(await interval('CANCELLED', 'DETAIL_REQUESTED')).toBe(LOOK_AGAIN_MS);
    expect(await interval('REQUESTED')).toBe(LOOK_AGAIN_MS);
    expect(await interval('RECEIVED', 'DECLINED')).toBe(false);
    expect(await interval()).toBe(false);
  });

  it('is seen in the inbox, and not looked for while nobody sees it', () => {
    const { refetchInterval, refetchIntervalInBackground } = requestPages(WAITING) as { refetchInterval?: unknown; refetchIntervalInBackground?: unknown };
    expect(refetchInterval).toBe(LOOK_AGAIN_MS);
    expect(refetchIntervalInBackground).toBeUndefined();
  });
});

it('shows an answer that came in meanwhile', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const states = ['REQUESTED', 'DECLINED'];
  server.use(http.get('*/api/v1/feedback-requests', () => HttpResponse.json({ items: [{ status: states.shift() }] })));
  const observer = new QueryObserver(new QueryClient(), reads.requests());
  const seen: (string | undefined)[] = [];
  const stop = observer.subscribe(({ data }) => seen.push(data?.items[0]?.status));

  await vi.waitFor(() => expect(seen).toContain('REQUESTED'));
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS);
  await vi.waitFor(() => expect(seen).toContain('DECLINED'));

  stop();
  vi.useRealTimers();
});
