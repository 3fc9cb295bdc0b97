import { useQueryClient } from '@tanstack/react-query';
import { applications, body, tagged } from '../api/client';
import { reads } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { withConsent } from './boards';

/** What one board shall be allowed. */
interface Consent {
  board: string;
  shareSearch: boolean;
}

/**
 * Gives a consent or takes it back, which can be undone. The service takes all consents as a whole, so each change begins with what holds now: another
 * tab's or another board's is not brought back by it.
 */
export function useConsents() {
  const client = useQueryClient();
  const { queryKey } = reads.consents();
  const set = async ({ board, shareSearch }: Consent) => {
    const { etag, ...consents } = tagged(await applications.GET('/api/v1/me/consents'));
    const params = { header: etag === undefined ? {} : { 'If-Match': etag } };
    const now = body(await applications.PUT('/api/v1/me/consents', { params, body: withConsent(consents, board, shareSearch) }));
    client.setQueryData(queryKey, now);
    return now;
  };
  const back = useCommand(set, { changes: [queryKey], done: 'It is as it was before.' });
  return useCommand(set, {
    changes: [queryKey],
    done: 'Saved.',
    undo: (_, { board, shareSearch }) => back.mutateAsync({ board, shareSearch: !shareSearch }),
  });
}
