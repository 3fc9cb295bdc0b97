import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isCandidate } from '../app/page';

/** Hears from the server which views changed and has those that are shown read again. */
export function Changes() {
  const client = useQueryClient();

  useEffect(() => {
    if (!isCandidate) {
      return;
    }
    const stream = new EventSource('/api/v1/insights/stream');
    stream.addEventListener('changed', (message: MessageEvent<string>) => {
      const { views } = JSON.parse(message.data) as { views: string[] };
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'insights' && views.includes(String(queryKey[1])) });
      void client.invalidateQueries({ queryKey: ['feedback'] });
      void client.invalidateQueries({ queryKey: ['applications'] });
    });
    return () => stream.close();
  }, [client]);

  return null;
}
