// @vitest-environment jsdom
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applications, feedback, insights } from './client';
import { latest } from './latest';
import { Problem } from './problem';
import { sessionEnded } from './session';

const EVENT = '0199a7f4-0000-7000-8000-000000000001';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => sessionStorage.clear());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function offered(receivedOn = '2026-10-01') {
  return applications.POST('/api/v1/applications/{id}/offer', { params: { path: { id: 'a' } }, body: { receivedOn } });
}

/** The keys under which something came in, sent as often as there are answers to it. */
async function keysOf(path: string, answers: (number | 'lost')[], send: () => Promise<unknown>): Promise<(string | null)[]> {
  const keys: (string | null)[] = [];
  for (const answer of answers) {
    server.use(
      http.post(path, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return answer === 'lost' ? HttpResponse.error() : HttpResponse.json({}, { status: answer });
      }),
    );
    await send().catch(() => {});
  }
  return keys;
}

describe('a command', () => {
  it('can be sent again without a second effect', async () => {
    let key: string | null = null;
    server.use(
      http.post('*/api/v1/applications/a/offer', ({ request }) => {
        key = request.headers.get('Idempotency-Key');
        return HttpResponse.json({});
      }),
    );

    await offered();

    expect(key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is sent again under the same key until it has succeeded, and then under another', async () => {
    const keys = await keysOf('*/api/v1/applications/a/offer', ['lost', 503, 200, 200], offered);

    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('has a key of its own for other words', async () => {
    const days = ['2026-10-01', '2026-10-02'];
    const keys = await keysOf('*/api/v1/applications/a/offer', ['lost', 'lost'], () => offered(days.shift()));

    expect(keys[1]).not.toBe(keys[0]);
  });

  it('is meant anew after something else was done to the same thing', async () => {
    const id = '0199a7f4-0000-7000-8000-00000000000a';
    const reopened = () => applications.POST('/api/v1/applications/{id}/reopening', { params: { path: { id } }, body: {} });
    const [first] = await keysOf(`*/api/v1/applications/${id}/reopening`, ['lost'], reopened);
    await keysOf(`*/api/v1/applications/${id}/offer`, [200], () =>
      applications.POST('/api/v1/applications/{id}/offer', { params: { path: { id } }, body: { receivedOn: '2026-10-01' } }),
    );
    const [second] = await keysOf(`*/api/v1/applications/${id}/reopening`, [200], reopened);

    expect(second).not.toBe(first);
  });

  it('keeps its key while what is being written is looked at', async () => {
    const id = '0199a7f4-0000-7000-8000-00000000000b';
    const params = { path: { id } };
    const answered = () => feedback.POST('/api/v1/feedback-requests/{id}/feedback', { params, body: { comments: 'You came well prepared.' } });
    const [first] = await keysOf(`*/api/v1/feedback-requests/${id}/feedback`, ['lost'], answered);
    const [looked] = await keysOf(`*/api/v1/feedback-requests/${id}/check`, [200], () =>
      feedback.POST('/api/v1/feedback-requests/{id}/check', { params, body: { comments: 'You came well prepared.' } }),
    );
    const [again] = await keysOf(`*/api/v1/feedback-requests/${id}/feedback`, [200], answered);

    expect(looked).toBeNull();
    expect(again).toBe(first);
  });

  it('is part of what is read after it, in every service that hears of it', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.post('*/api/v1/applications/a/offer', () => HttpResponse.json({}, { headers: { 'Rebound-Event-Id': EVENT } })),
      http.get('*/api/v1/insights/funnel', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('after'));
        return HttpResponse.json([]);
      }),
    );

    await insights.GET('/api/v1/insights/funnel');
    await offered();
    await insights.GET('/api/v1/insights/funnel');

    expect(asked).toEqual([null, EVENT]);
  });

  it('of insights-service is not waited for where nobody hears of it', () => {
    latest.note('insights', EVENT);

    expect(latest.for('insights')).toBe(EVENT);
    expect(latest.for('application')).toBeUndefined();
  });

  it('names what is wrong with which field', async () => {
    server.use(
      http.post('*/api/v1/applications/a/offer', () =>
        HttpResponse.json(
          { title: 'Bad Request', detail: 'Something is not right.', violations: [{ field: 'receivedOn', message: 'must not be in the future' }] },
          { status: 400 },
        ),
      ),
    );

    const problem = await offered().catch((it: unknown) => it);

    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 400, message: 'Something is not right.', fields: { receivedOn: 'must not be in the future' } });
  });
});

describe('whoever is offline', () => {
  beforeEach(() => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.use(
      http.get('*/api/v1/insights/funnel', () => HttpResponse.error()),
      http.post('*/api/v1/applications/a/offer', () => HttpResponse.error()),
    );
  });

  it('is told that nothing was sent', async () => {
    await expect(offered()).rejects.toMatchObject({
      message: 'You are offline. It was not sent; what you typed is still here. Send it again when you are back.',
    });
  });

  it('is not told so of what was only to be read', async () => {
    await expect(insights.GET('/api/v1/insights/funnel')).rejects.toMatchObject({ message: 'You are offline. This shows when you are back.' });
  });
});

describe('a read', () => {
  it('does without the event that has not arrived in time', async () => {
    latest.note('application', EVENT);
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/api/v1/insights/funnel', ({ request }) => {
        const after = new URL(request.url).searchParams.get('after');
        asked.push(after);
        return after === null ? HttpResponse.json([]) : HttpResponse.json({}, { status: 503, headers: { 'Retry-After': '1' } });
      }),
    );

    const { data } = await insights.GET('/api/v1/insights/funnel');

    expect(data).toEqual([]);
    expect(asked).toEqual([EVENT, null]);
    expect(latest.for('insights')).toBeUndefined();
  });

  it('goes on when somebody has signed in again', async () => {
    let signedIn = false;
    server.use(http.get('*/api/v1/insights/funnel', () => (signedIn ? HttpResponse.json([]) : HttpResponse.json({}, { status: 401 }))));
    const stop = sessionEnded.listen((waiting) => {
      signedIn = true;
      waiting.again();
    });

    const { data } = await insights.GET('/api/v1/insights/funnel');

    stop();
    expect(data).toEqual([]);
  });

  it('says plainly that nobody answers', async () => {
    server.use(http.get('*/api/v1/insights/funnel', () => HttpResponse.error()));

    await expect(insights.GET('/api/v1/insights/funnel')).rejects.toMatchObject({ status: 0, passing: true });
  });
});
