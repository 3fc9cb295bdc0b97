import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reads } from '../api/reads';
import { nameOf } from '../applications/naming';

/** What applications are called, by their ids. */
export function useApplicationNames(): (id: string) => string {
  const { data } = useQuery(reads.applications());
  return useMemo(() => {
    const names = new Map(data?.items.map(({ id, posting }) => [id, nameOf(posting)]));
    return (id) => names.get(id) ?? nameOf({});
  }, [data]);
}
