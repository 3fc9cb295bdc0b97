import type { Feedback } from '../api/reads';
import type { Problem } from '../api/problem';
import { day, moment } from '../parts/dates';

type Request = Feedback['RequestView'];

/** The most reminders of one round. */
export const MOST_REMINDERS = 3;

/** Whom a request went to. */
export function recruiterName({ recruiter }: Pick<Request, 'recruiter'>): string {
  return recruiter.name ?? recruiter.email ?? 'the recruiter';
}

/**
 * Whether the recruiter can be asked anew: only about what is rejected, and only where nothing was
 * answered yet.
 */
export function canAskAgain(request: Pick<Request, 'status' | 'round'>, askable: boolean): boolean {
  return askable && request.round === 1 && (request.status === 'EXPIRED' || request.status === 'CANCELLED');
}

/**
 * How a request stands.
 *
 * @param askable whether somebody can be asked about the application: only while it is rejected
 */
export function stateInWords(request: Pick<Request, 'status' | 'expiresAt' | 'round'>, askable: boolean): string {
  switch (request.status) {
    case 'REQUESTED':
      return `Waiting for an answer, until ${day(request.expiresAt)}.`;
    case 'DETAIL_REQUESTED':
      return `The first answer left open what decided it, so more detail was asked for, until ${day(request.expiresAt)}.`;
    case 'RECEIVED':
      return 'The answer is there.';
    case 'DECLINED':
      return 'They would rather not answer. That is about them, not about you.';
    case 'EXPIRED':
      return request.round > 1
        ? `The first answer is there; more detail did not come by ${day(request.expiresAt)}.`
        : `No answer came by ${day(request.expiresAt)}. Many have rules against it, or no time${askable ? '; you can ask again' : ''}.`;
    case 'CANCELLED':
      return request.round > 1
        ? 'The first answer is there; the question for more was taken back.'
        : askable
          ? 'You took this request back. You can ask again.'
          : 'This request was taken back.';
  }
}

const TIMES = ['Not reminded yet', 'Reminded once', 'Reminded twice', 'Reminded three times'];

/** How often somebody was reminded in this round. */
export function remindersInWords(reminders: number): string {
  const times = TIMES[reminders] ?? `Reminded ${reminders} times`;
  return reminders >= MOST_REMINDERS ? `${times}, as often as is kind.` : `${times}.`;
}

/** Why a reminder was not sent, and when it can be. */
export function notReminded(problem: Pick<Problem, 'status' | 'message' | 'retryAfter'>, now: number): string {
  return problem.status === 429 && problem.retryAfter !== undefined
    ? `${problem.message} One reminder a day is enough; the next can go from ${moment(new Date(now + problem.retryAfter * 1000).toISOString())} on.`
    : problem.message;
}
