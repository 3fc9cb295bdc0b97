const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const OWN_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/**
 * The day of what the services write, for people: a date (2026-10-01) is the same day in every zone; a moment
 * (2026-10-01T22:30:00Z) is on the day that it is for the reader.
 */
export function day(when: string): string {
  return when.includes('T') ? OWN_DAY.format(new Date(when)) : DAY.format(new Date(`${when}T00:00:00Z`));
}

/** A moment, in the reader's zone. */
export function moment(instant: string): string {
  return MOMENT.format(new Date(instant));
}

/** Today, where the reader is, as the services write it. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
