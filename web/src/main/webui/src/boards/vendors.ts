/** A system that reports to Rebound by signed calls. */
export interface Vendor {
  /** As it stands in the address. */
  provider: string;
  name: string;
  /** Where in the vendor's pages the address and the secret go. */
  where: string;
  /** What has to be sent. */
  events: string;
  /** Where the secret is made: here, or by the vendor, who may make one for each webhook. */
  secret: 'ours' | 'theirs';
}

/** The vendors that are understood. What each event becomes is said in the guide to integrations. */
export const VENDORS: Vendor[] = [
  {
    provider: 'greenhouse',
    name: 'Greenhouse',
    where: 'Configure, Dev Center, Web Hooks, Create',
    events: 'Candidate or prospect rejected, unrejected, changed stage, anonymized, deleted and merged: a web hook for each.',
    secret: 'ours',
  },
  {
    provider: 'ashby',
    name: 'Ashby',
    where: 'Admin, Integrations, Webhooks, New',
    events: 'applicationUpdate, candidateStageChange and candidateDelete: a webhook for each.',
    secret: 'ours',
  },
  {
    provider: 'lever',
    name: 'Lever',
    where: 'Settings, Integrations and API, Webhooks',
    events: 'Candidate Archive Change, Candidate Stage Change and Candidate Deleted. Report each application once by a list, since Lever names no address.',
    secret: 'theirs',
  },
  {
    provider: 'standard',
    name: 'A system of your own',
    where: 'Wherever it sends Standard Webhooks 1.0',
    events: 'A rejection, as one item of the list of rejections.',
    secret: 'ours',
  },
];

/** The address that a vendor calls. */
export function address(origin: string, board: string, { provider }: Vendor): string {
  return `${origin}/api/v1/boards/${encodeURIComponent(board)}/webhooks/${provider}`;
}

/** A secret that nobody can guess, of 32 bytes, in the form that the vendor's have. */
export function freshSecret({ provider }: Vendor): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return provider === 'standard' ? `whsec_${btoa(String.fromCharCode(...bytes))}` : Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** So many of a vendor's hold beside each other. */
export const MOST_SECRETS = 8;

/** The secrets that somebody has put, the first of them at the least; a vendor's own are one a line. */
export function secretsOf({ secret }: Vendor, put: string): [string, ...string[]] {
  const [first = '', ...further] = (secret === 'theirs' ? put.split('\n') : [put]).map((one) => one.trim()).filter((one) => one !== '');
  return [first, ...further];
}
