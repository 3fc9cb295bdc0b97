import { infiniteQueryOptions } from '@tanstack/react-query';
import { body, feedback } from '../api/client';
import { LOOK_AGAIN_MS, type Feedback } from '../api/reads';

type Status = Feedback['RequestView']['status'];

/** How many are shown at once. */
export const PAGE = 50;

/** The states in which somebody waits, and those in which it is done; the list goes through them one after the other. */
export const WAITING: Status[] = ['REQUESTED', 'DETAIL_REQUESTED'];
export const CLOSED: Status[] = ['RECEIVED', 'DECLINED', 'EXPIRED', 'CANCELLED'];

/** Where the list goes on: within the requests of a state, or with those of the next. */
interface Place {
  state: number;
  cursor?: string;
}

/** The requests in these states, page by page: each state is asked for by itself, so that none is lost behind many of another. */
export function requestPages(states: readonly Status[]) {
  return infiniteQueryOptions({
    queryKey: ['feedback', 'requests', 'pages', ...states],
    queryFn: async ({ pageParam }) => {
      const items: Feedback['RequestView'][] = [];
      let place: Place | undefined = pageParam;
      while (place !== undefined && items.length < PAGE) {
        const page = await pageOf(states[place.state], PAGE - items.length, place.cursor);
        items.push(...page.items);
        place = following(place, page.next ?? undefined, states.length);
      }
      return { items, next: place };
    },
    initialPageParam: { state: 0 } as Place,
    getNextPageParam: ({ next }) => next,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

async function pageOf(status: Status | undefined, limit: number, cursor: string | undefined) {
  return body(
    await feedback.GET('/api/v1/feedback-requests', {
      params: { query: { limit, ...(status && { status }), ...(cursor !== undefined && { cursor }) } },
    }),
  );
}

function following({ state }: Place, cursor: string | undefined, states: number): Place | undefined {
  if (cursor !== undefined) {
    return { state, cursor };
  }
  return state + 1 < states ? { state: state + 1 } : undefined;
}
