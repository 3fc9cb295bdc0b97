import type { Applications } from '../api/reads';

type Value = string | number | string[] | Record<string, unknown> | undefined;

/** What can be put right. */
export interface Correctable {
  appliedOn: string;
  posting: Applications['PostingRequest'];
  recruiter?: Applications['RecruiterRequest'];
}

/**
 * What has to change, as a JSON Merge Patch: what is not in it stays, and null takes a field away.
 *
 * @returns undefined where nothing changes
 */
export function correction(before: Correctable, after: Correctable): Record<string, unknown> | undefined {
  return patch(before as unknown as Record<string, Value>, after as unknown as Record<string, Value>);
}

function patch(before: Record<string, Value>, after: Record<string, Value>): Record<string, unknown> | undefined {
  const changes: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[field], after[field]];
    if (now === undefined) {
      if (old !== undefined) {
        changes[field] = null;
      }
    } else if (isObject(old) && isObject(now)) {
      const within = patch(old, now);
      if (within !== undefined) {
        changes[field] = within;
      }
    } else if (JSON.stringify(old) !== JSON.stringify(now)) {
      changes[field] = now;
    }
  }
  return Object.keys(changes).length === 0 ? undefined : changes;
}

function isObject(value: Value): value is Record<string, Value> & Record<string, unknown> {
  return typeof value === 'object' && !Array.isArray(value);
}
