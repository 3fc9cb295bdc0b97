import type { Applications } from '../api/reads';

/** What an application is called: what for, and with whom. */
export function nameOf({ title, company }: Pick<Applications['Posting'], 'title' | 'company'>): string {
  return [title, company].filter(Boolean).join(' at ') || 'An application';
}
