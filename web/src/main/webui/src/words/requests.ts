import type { Feedback } from '../api/reads';

type Status = Feedback['RequestView']['status'];

export const REQUEST_STATES: Record<Status, string> = {
  REQUESTED: 'Waiting',
  DETAIL_REQUESTED: 'Asked for more detail',
  RECEIVED: 'Answered',
  DECLINED: 'Declined',
  EXPIRED: 'Expired',
  CANCELLED: 'Taken back',
};

/** Whether an answer can still come. */
export function isOpen({ status }: { status: Status }): boolean {
  return status === 'REQUESTED' || status === 'DETAIL_REQUESTED';
}
