import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** What is known of the server. Only what may pass by itself is asked for again, three times. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => problem instanceof Problem && problem.passing && failures < 3,
      retryDelay: (failures, problem) => (problem instanceof Problem && problem.retryAfter ? problem.retryAfter * 1000 : 500 * 2 ** failures),
    },
    mutations: { networkMode: 'always' },
  },
});
