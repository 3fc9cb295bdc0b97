import { body, feedback } from '../api/client';
import { useCommand } from '../api/useCommand';

/** Takes a question to a recruiter back: the link that they were sent opens nothing from then on. */
export function useCancellation() {
  return useCommand(
    async (id: string) => body(await feedback.POST('/api/v1/feedback-requests/{id}/cancellation', { params: { path: { id } } })),
    { changes: [['feedback']], done: 'The question is taken back. Its link opens nothing any more.' },
  );
}
