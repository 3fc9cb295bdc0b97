import { body, insights } from '../api/client';

/** Makes a suggested change part of the profile, as it is suggested or with another value. */
export async function accept(id: string, value?: string) {
  return body(
    await insights.POST('/api/v1/search-refinements/{id}/acceptance', { params: { path: { id } }, body: value === undefined ? {} : { value } }),
  );
}

/** Leaves the profile as it is, and the suggestion out from now on. */
export async function dismiss(id: string, reason: string) {
  return body(await insights.POST('/api/v1/search-refinements/{id}/dismissal', { params: { path: { id } }, body: reason === '' ? {} : { reason } }));
}
