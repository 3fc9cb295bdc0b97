/** Something that was sent, whose answer has not come yet or never did. */
interface Sending {
  path: string;
  body: string;
  key: string;
}

const STORED = 'rebound-sending';

/** More of them than anybody has open; the oldest are let go. */
const MOST = 20;

function read(): Sending[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as Sending[];
  } catch {
    return [];
  }
}

function keep(now: Sending[]) {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(now.slice(-MOST)));
  } catch {
    // Full or forbidden: then what is sent again is a new request.
  }
}

/** The same Idempotency-Key for the same request until it has succeeded: what is sent again after a lost answer, also after a reload, is done once. */
export const sendingKeys = {
  for(path: string, body: string): string {
    const sendings = read();
    const former = sendings.find((one) => one.path === path && one.body === body);
    if (former !== undefined) {
      return former.key;
    }
    const key = crypto.randomUUID();
    keep([...sendings, { path, body, key }]);
    return key;
  },

  /**
   * It has succeeded: from now on the same request is meant anew. So is what was sent to the same thing before: whoever
   * rejects an application once more and takes that back means the new rejection.
   */
  succeeded(path: string, key: string | null): void {
    const sendings = read();
    const thing = path.slice(0, path.lastIndexOf('/') + 1);
    const left = sendings.filter((one) => one.key !== key && !(isOneThing(thing) && one.path.startsWith(thing)));
    if (left.length < sendings.length) {
      keep(left);
    }
  },
};

/** Whether an address is below one thing, which has an id, and not below the start of them all. */
function isOneThing(path: string): boolean {
  return /\/[0-9a-f-]{36}\/$/.test(path);
}
