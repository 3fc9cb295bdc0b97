import { applications, body } from '../api/client';
import { useCommand } from '../api/useCommand';

/** Takes a rejection back; requests for feedback that are open are taken back with it. */
export function useReopening(id: string, onDone?: () => void) {
  return useCommand(
    async () => body(await applications.POST('/api/v1/applications/{id}/reopening', { params: { path: { id } }, body: {} })),
    { changes: [['applications'], ['feedback'], ['insights']], done: 'The rejection is taken back. The application is open again.', onDone },
  );
}
