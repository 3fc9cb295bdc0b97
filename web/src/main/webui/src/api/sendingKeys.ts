import { kept } from '../parts/kept';

/** Something that was sent, whose answer has not come yet or never did. */
interface Sending {
  path: string;
  body: string;
  key: string;
}

// Where nothing can be kept, what is sent again is a new request.
const stored = kept<Sending[]>('sessionStorage', 'rebound-sending');

/** Where something is only looked at, though it is sent: nothing is stored there, so it needs no key and says nothing of one. */
const ONLY_LOOKED_AT = /\/(?:check|matches)$/;

/** More of them than anybody has open; the oldest are let go. */
const MOST = 20;

/** The same Idempotency-Key for the same request until it has succeeded: what is sent again after a lost answer, also after a reload, is done once. */
export const sendingKeys = {
  /** Whether what is sent there is done once however often it comes. */
  protect(path: string): boolean {
    return !ONLY_LOOKED_AT.test(path);
  },

  for(path: string, body: string): string {
    const sendings = stored.read() ?? [];
    const former = sendings.find((one) => one.path === path && one.body === body);
    if (former !== undefined) {
      return former.key;
    }
    const key = crypto.randomUUID();
    stored.write([...sendings, { path, body, key }].slice(-MOST));
    return key;
  },

  /**
   * It has succeeded: from now on the same request is meant anew. So is what was sent to the same thing before: whoever
   * rejects an application once more and takes that back means the new rejection.
   */
  succeeded(path: string, key: string | null): void {
    const sendings = stored.read() ?? [];
    const thing = path.slice(0, path.lastIndexOf('/') + 1);
    const left = sendings.filter((one) => one.key !== key && !(isOneThing(thing) && one.path.startsWith(thing)));
    if (left.length < sendings.length) {
      stored.write(left);
    }
  },
};

/** Whether an address is below one thing, which has an id, and not below the start of them all. */
function isOneThing(path: string): boolean {
  return /\/[0-9a-f-]{36}\/$/.test(path);
}
