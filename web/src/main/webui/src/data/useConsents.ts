import { useQueryClient } from '@tanstack/react-query';
import { applications, body } from '../api/client';
import { reads, type Applications } from '../api/reads';
import { useCommand } from '../api/useCommand';

type Consents = Applications['ConsentsDocument'];

/** What held before, and what shall hold. */
interface Change {
  before: Consents;
  after: Consents;
}

/** Puts the consents as a whole; what held before can be brought back. */
export function useConsents() {
  const client = useQueryClient();
  const { queryKey } = reads.consents();
  const put = async (consents: Consents) => {
    const now = body(await applications.PUT('/api/v1/me/consents', { body: consents }));
    client.setQueryData(queryKey, now);
    return now;
  };
  const back = useCommand(put, { changes: [queryKey], done: 'It is as it was before.' });
  return useCommand(({ after }: Change) => put(after), {
    changes: [queryKey],
    done: 'Saved.',
    undo: (_, { before }) => back.mutateAsync(before),
  });
}
