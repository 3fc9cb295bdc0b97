import { queryOptions } from '@tanstack/react-query';
import { body, insights } from '../api/client';

export type Format = 'linkedin' | 'indeed' | 'adzuna' | 'boolean' | 'json';

/** Where a search can be taken, and what one gets. */
export const FORMATS: Record<Format, { name: string; gives: string }> = {
  linkedin: { name: 'LinkedIn', gives: 'An address that opens this search on LinkedIn.' },
  indeed: { name: 'Indeed', gives: 'An address that opens this search on Indeed.' },
  boolean: { name: 'A search field (AND, OR, NOT)', gives: 'A line for the search field of most job boards.' },
  adzuna: { name: "Adzuna's API", gives: "The parameters of a query to Adzuna's interface for programs." },
  json: { name: 'JSON (schema.org)', gives: 'The search in the words of JobPosting at schema.org, for programs.' },
};

/** The profile as a query of another search engine. It changes with the profile, so it is kept under its name. */
export function exported(format: Format) {
  return queryOptions({
    queryKey: ['insights', 'search-profile', 'export', format],
    queryFn: async () => body(await insights.GET('/api/v1/search-profile/export', { params: { query: { format } } })),
  });
}

/** What is there to copy: a text, or an object as text. */
export function textOf({ query, url }: { query?: unknown; url?: string | null }): string {
  if (typeof url === 'string') {
    return url;
  }
  return typeof query === 'string' ? query : query === undefined || query === null ? '' : JSON.stringify(query, null, 2);
}

/** An address that may be opened: one of the web, and nothing that a browser would run. */
export function opens(url: string | null | undefined): url is string {
  return typeof url === 'string' && url.startsWith('https://');
}
