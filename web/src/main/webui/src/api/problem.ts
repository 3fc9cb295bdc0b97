/** An answer that says why something was not done (RFC 9457). */
export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    /** What happened, in words for people. */
    message: string,
    /** What is wrong with single fields, by their names. */
    readonly fields: Record<string, string> = {},
    /** After how many seconds it is worth trying again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Whether it may well work a moment later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

interface Body {
  title?: string;
  detail?: string;
  violations?: { field?: string; message?: string }[];
}

/** The problem that an answer brings, whatever its body is. */
export async function problemOf(answer: Response): Promise<Problem> {
  const body = await answer
    .clone()
    .json()
    .then((it: unknown) => (it ?? {}) as Body)
    .catch((): Body => ({}));
  const fields: Record<string, string> = {};
  for (const { field, message } of body.violations ?? []) {
    if (field !== undefined && message !== undefined) {
      fields[field] ??= message;
    }
  }
  const seconds = Number(answer.headers.get('Retry-After'));
  return new Problem(answer.status, body.detail ?? body.title ?? 'That did not work. Please try again in a minute.', fields, seconds || undefined);
}

/**
 * No answer came at all.
 *
 * @param reading whether something was asked for, rather than sent: that is asked for again without anybody doing anything
 */
export function unreachable(reading = false): Problem {
  if (navigator.onLine) {
    return new Problem(0, 'Rebound cannot be reached at the moment. Please try again in a minute.');
  }
  return new Problem(
    0,
    reading ? 'You are offline. This shows when you are back.' : 'You are offline. It was not sent; what you typed is still here. Send it again when you are back.',
  );
}
