import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { formerOf, type KnownEvidence } from './evidence';

interface Wish {
  evidence: KnownEvidence;
  correction: Insights['Correction'];
}

async function put({ evidence, correction }: Wish) {
  return body(await insights.PUT('/api/v1/insights/causes/{evidenceId}', { params: { path: { evidenceId: evidence.id } }, body: correction }));
}

/** Has evidence read again as it was before a correction. */
export function useFormerReading() {
  return useCommand((evidence: KnownEvidence) => put({ evidence, correction: formerOf(evidence) }), {
    changes: [['insights']],
    done: 'It is as it was before.',
  });
}

/** Corrects how something that was said is read; the former reading can be brought back. */
export function useCorrection(onDone: () => void, onDismissed: () => void) {
  const former = useFormerReading();

  return useCommand(put, {
    changes: [['insights']],
    done: (_, { correction }) => (correction.dismissed === true ? 'It does not count any more.' : 'It is read as you say.'),
    undo: (_, { evidence }) => former.mutateAsync(evidence),
    onDone: (_, { correction }) => {
      if (correction.dismissed === true) {
        onDismissed();
      }
      onDone();
    },
  });
}
