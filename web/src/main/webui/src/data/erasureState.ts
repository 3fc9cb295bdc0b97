import { queryOptions } from '@tanstack/react-query';
import { applications, body } from '../api/client';
import { Problem } from '../api/problem';
import { isOver, type Erasure } from './erasure';

/** How often it is asked how far an erasure is. */
const EVERY_MS = 1_500;

/** How far it is, asked again until it is over. */
export const erasureState = queryOptions({
  queryKey: ['erasure'],
  queryFn: async (): Promise<Erasure> => {
    try {
      return body(await applications.GET('/api/v1/me/erasure'));
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) {
        return { forgotten: {} };
      }
      throw problem;
    }
  },
  refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : EVERY_MS),
});
