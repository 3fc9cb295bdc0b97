import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isCandidate } from '../app/page';
import { keptOpen } from './keptOpen';

/** Hears from the server which views changed and has those that are shown read again. */
export function Changes() {
  const client = useQueryClient();

  useEffect(() => {
    if (!isCandidate) {
      return;
    }
    const changed = (isChanged: (view: string) => boolean) => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'insights' && isChanged(String(queryKey[1])) });
      void client.invalidateQueries({ queryKey: ['feedback'] });
      void client.invalidateQueries({ queryKey: ['applications'] });
    };
    return keptOpen({
      address: '/api/v1/insights/stream',
      listen: (stream) =>
        stream.addEventListener('changed', (message: MessageEvent<string>) => {
          const { views } = JSON.parse(message.data) as { views: string[] };
          changed((view) => views.includes(view));
        }),
      reopened: () => changed(() => true),
    });
  }, [client]);

  return null;
}
