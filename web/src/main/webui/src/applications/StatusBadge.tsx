import { Badge } from '@mantine/core';
import { STATUSES, type StatusCode } from '../words/codes';

/** How an application stands, in a word; those that are open stand out. */
export function StatusBadge({ status }: { status: StatusCode }) {
  return (
    <Badge component="span" variant={status === 'ACTIVE' || status === 'OFFERED' ? 'outline' : 'default'}>
      {STATUSES[status]}
    </Badge>
  );
}
