/** What a board can be told of, and how to say it. */
export const TYPES: Record<string, string> = {
  'feedback.requested': 'A recruiter was asked for feedback',
  'feedback.received': 'A recruiter answered',
  'feedback.generic': 'The answer said nothing a candidate could act on',
  'consent.changed': 'A candidate allows you to use their search, or no longer does',
  'search.refined': 'A candidate who allows it changed their search',
  'subject.erased': 'A candidate had themselves erased',
};

/** How a delivery stands, for people. */
export function standing({ status, attempts, lastStatus, lastProblem }: Standing): string {
  if (status === 'DELIVERED') {
    return `Taken (${lastStatus ?? 'answered'})`;
  }
  const why = lastStatus ?? (lastProblem && NO_ANSWER[lastProblem]);
  if (status === 'FAILED') {
    return why === undefined || why === null ? 'Not sent any more' : `Given up (${why})`;
  }
  return attempts === 0 || !why ? 'Waiting' : `Tried ${attempts === 1 ? 'once' : `${attempts} times`} (${why})`;
}

interface Standing {
  status: 'PENDING' | 'DELIVERED' | 'FAILED';
  attempts: number;
  lastStatus?: number | null;
  lastProblem?: keyof typeof NO_ANSWER | null;
}

const NO_ANSWER = {
  UNKNOWN_HOST: 'unknown host',
  ADDRESS_REFUSED: 'address not allowed',
  NO_CONNECTION: 'no connection',
  TIMEOUT: 'no answer in time',
} as const;

/** What was sent, laid out for reading; as it is where it cannot be. */
export function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Where it goes, in few letters. */
export function host(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
