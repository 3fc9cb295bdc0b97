import type { Applications } from '../api/reads';
import type { StageCode } from '../words/codes';
import type { Complaints } from '../parts/complaints';
import { wrongReceivedOn } from './appliedOn';

/** A rejection as it is being typed. */
export interface RejectionDraft {
  stage: StageCode | '';
  rejectedOn: string;
  message: string;
  reason: string;
}

export const LONGEST_MESSAGE = 10_000;

/** The rejection as the service takes it; without a stage it ended at the last one that took place. */
export function rejectionOf({ stage, rejectedOn, message, reason }: RejectionDraft): Applications['RejectionRequest'] {
  return {
    ...(stage !== '' && { stage }),
    rejectedOn,
    ...(message.trim() !== '' && { message: message.trim() }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}

/** What is wrong with it, where the application was sent on this day. */
export function wrongRejection({ rejectedOn, message }: RejectionDraft, appliedOn: string, today: string): Complaints {
  const wrong = wrongReceivedOn(rejectedOn, appliedOn, today);
  return {
    ...(rejectedOn === '' && { rejectedOn: 'Say on which day it came; about is good enough.' }),
    ...(wrong && { rejectedOn: wrong }),
    ...(message.length > LONGEST_MESSAGE && {
      message: `The message has ${message.length} characters, and ${LONGEST_MESSAGE} fit. Leave out what is not about you.`,
    }),
  };
}
