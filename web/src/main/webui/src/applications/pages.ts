import { infiniteQueryOptions } from '@tanstack/react-query';
import { applications, body } from '../api/client';
import { STATUSES, type StatusCode } from '../words/codes';

/** How many are shown at once. */
const PAGE = 50;

/** The longest text that is searched for. */
export const LONGEST_SEARCH = 200;

/** Which applications are wanted: all, unless something is said. */
export interface Wanted {
  status?: StatusCode;
  q: string;
}

/** What the address asks for; what it cannot mean is left out. */
export function wanted(address: URLSearchParams): Wanted {
  const status = address.get('status');
  return {
    ...(status !== null && status in STATUSES && { status: status as StatusCode }),
    q: (address.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
  };
}

/** The address that asks for it. */
export function addressOf({ status, q }: Wanted): URLSearchParams {
  return new URLSearchParams({ ...(status && { status }), ...(q !== '' && { q }) });
}

/** The applications that are wanted, page by page. */
export function applicationPages({ status, q }: Wanted) {
  return infiniteQueryOptions({
    queryKey: ['applications', 'pages', status ?? 'all', q],
    queryFn: async ({ pageParam }) =>
      body(
        await applications.GET('/api/v1/applications', {
          params: { query: { limit: PAGE, ...(status && { status }), ...(q !== '' && { q }), ...(pageParam !== undefined && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
