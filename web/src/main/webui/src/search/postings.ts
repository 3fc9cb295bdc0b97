import type { Insights } from '../api/reads';
import { guess } from '../applications/guess';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';

export type Posting = Insights['PostingRequest'];

/** The bounds that the service has. */
export const MOST_POSTINGS = 200;
export const LONGEST_POSTING = 20_000;

/** A line of three dashes or more parts two postings. */
const BETWEEN = /^[ \t]*-{3,}[ \t]*$/m;

/** Text that begins like a list of objects, and not like a sentence in brackets. */
const JSON_BEGINS = /^\[\s*[{\]]/;

const TEXTS = ['title', 'company', 'description', 'location', 'industry', 'url', 'postedOn'] as const;
const CODES = { workplace: WORKPLACES, employmentType: EMPLOYMENTS, seniority: SENIORITIES } as const;

/** What was read out of a pasted text: postings, or why there are none. */
export type Pasted = { postings: Posting[] } | { problem: string };

/** The postings in a pasted text: blocks parted by lines of dashes, or a JSON array. */
export function postingsIn(text: string): Pasted {
  const read = JSON_BEGINS.test(text.trim()) ? inJson(text) : { postings: inBlocks(text) };
  return 'problem' in read ? read : (tooMuch(read.postings) ?? read);
}

function inBlocks(text: string): Posting[] {
  return text
    .split(BETWEEN)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((description) => ({ ...guess(description), description }));
}

function inJson(text: string): Pasted {
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    return { problem: 'This begins like a JSON array and cannot be read as one. Check the commas and the brackets at its end.' };
  }
  const postings: Posting[] = [];
  for (const [i, one] of (all as unknown[]).entries()) {
    const posting = posted(one);
    if (Object.keys(posting).length === 0) {
      return { problem: `Number ${i + 1} has none of the fields that a posting has, such as title, company or description.` };
    }
    postings.push(posting);
  }
  return { postings };
}

/** What is known of an object that describes a posting; fields with other names are not for us. */
function posted(value: unknown): Posting {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const fields = value as Record<string, unknown>;
  const texts = TEXTS.filter((name) => typeof fields[name] === 'string').map((name) => [name, fields[name]]);
  const codes = (Object.keys(CODES) as (keyof typeof CODES)[]).flatMap((name) => {
    const code = String(fields[name] ?? '').toUpperCase().replace(/[ -]/g, '_');
    return code in CODES[name] ? [[name, code]] : [];
  });
  const others = [
    ...(Array.isArray(fields['languages']) ? [['languages', fields['languages'].map(String)]] : []),
    ...(typeof fields['salary'] === 'object' && fields['salary'] !== null ? [['salary', fields['salary']]] : []),
  ];
  return Object.fromEntries([...texts, ...codes, ...others]) as Posting;
}

function tooMuch(postings: readonly Posting[]): Pasted | undefined {
  if (postings.length === 0) {
    return { problem: 'Paste one posting at least.' };
  }
  if (postings.length > MOST_POSTINGS) {
    return { problem: `These are ${postings.length} postings, and ${MOST_POSTINGS} fit at once.` };
  }
  const long = postings.findIndex(({ description }) => (description ?? '').length > LONGEST_POSTING);
  return long === -1
    ? undefined
    : { problem: `Number ${long + 1} has more than ${LONGEST_POSTING} characters. Part it with a line of --- or leave out what is not about the job.` };
}

const SHOWN = 90;

/** What to call a posting in a list: its title and company, or how it begins. */
export function nameOf({ title, company, description }: Posting): string {
  const name = [title, company].filter(Boolean).join(' at ');
  const first = (name || (description ?? '')).split('\n')[0]?.trim() ?? '';
  return first.length <= SHOWN ? first || 'A posting without words' : `${first.slice(0, SHOWN).trimEnd()} …`;
}

/** A complaint of the service about one field, with the number that the posting has here. */
export function complaintInWords(field: string, message: string): string {
  const [, index, rest] = /^postings\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  return index === undefined ? `${field}: ${message}.` : `Number ${Number(index) + 1}${rest ? `, ${rest}` : ''}: ${message}.`;
}
