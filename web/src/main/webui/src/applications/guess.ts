/** What the first lines of an advertisement say it is, where they say so clearly. */
export interface Guess {
  title?: string;
  company?: string;
}

/** How many lines are looked at, and how long one may be that is a title. */
const LINES = 6;
const LONGEST_LINE = 110;
const LONGEST_NAME = 60;
const MOST_WORDS = 9;

const TITLE_LABEL = /^(?:job\s*title|title|position|role|vacancy)\s*:\s*(\S.*)$/i;
const COMPANY_LABEL = /^(?:company|employer|organi[sz]ation)(?:\s*name)?\s*:\s*(\S.*)$/i;

/** Words that name what somebody does: without one of them a line is not taken for a title. */
const DOES = new RegExp(
  '\\b(?:accountant|administrator|advis[oe]r|agent|analyst|apprentice|architect|assistant|associate|attorney|auditor|baker|barista|' +
    'bookkeeper|buyer|carer|cashier|chef|chemist|clerk|coach|consultant|controller|cook|coordinator|copywriter|counsel|dentist|' +
    'designer|developer|director|doctor|driver|economist|editor|educator|electrician|engineer|executive|gardener|geologist|guard|' +
    'head of \\w+|housekeeper|instructor|intern|journalist|lawyer|lead|lecturer|librarian|machinist|manager|marketer|mechanic|' +
    'midwife|nurse|officer|operator|optician|owner|painter|paralegal|paramedic|partner|pharmacist|photographer|physician|' +
    'physiotherapist|pilot|planner|plumber|president|producer|professor|programmer|psychologist|receptionist|recruiter|' +
    'representative|researcher|salesperson|scientist|secretary|specialist|statistician|strategist|supervisor|surgeon|surveyor|' +
    'teacher|technician|tester|therapist|trader|trainee|trainer|translator|tutor|underwriter|veterinarian|' +
    'waiter|waitress|welder|worker|writer)s?\\b',
  'i',
);

/** A sentence, a question or a call is not a title. */
const SPEAKS = new RegExp(
  '(?<!\\b(?:sr|snr|jr))[.!?:;](?:\\s|$)|\\b(?:we|our|us|you|your|is|are|was|has|have|will|seeks?|seeking|looking|join|hiring|apply|about|' +
    'what|why|how|who|come|work|meet)\\b',
  'i',
);

/** What stands before the text, not in it. */
const MARKS = /^(?:#{1,6}\s+|[*_]{1,3}|[-•·]\s+)|[*_]{1,3}$/g;

/** Where the name of a company ends on the line. */
const NAME_END = /\s+(?:in|for|on|as|to|with)\s|\s+[-–—|·(]|[,(|]/;

/** A title and a company, as far as the first lines state them. Whatever is not stated is not there. */
export function guess(text: string): Guess {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(MARKS, '').trim())
    .filter((line) => line !== '')
    .slice(0, LINES);
  const labelled: Guess = {
    ...found('title', lines.map((line) => TITLE_LABEL.exec(line)?.[1])),
    ...found('company', lines.map((line) => COMPANY_LABEL.exec(line)?.[1])),
  };
  return { ...firstLine(lines[0] ?? ''), ...labelled };
}

function found(field: keyof Guess, values: (string | undefined)[]): Guess {
  const value = values.find((one) => one !== undefined && one.length <= LONGEST_LINE);
  return value === undefined ? {} : { [field]: value.trim() };
}

/** 'Ward nurse', or 'Ward nurse at Lakeside Hospital'. */
function firstLine(line: string): Guess {
  if (line.length > LONGEST_LINE) {
    return {};
  }
  const [, before, after] = /^(.+?)\s+(?:at|@)\s+(\S.*)$/.exec(line) ?? [];
  const title = (before ?? line).trim();
  if (!isTitle(title)) {
    return {};
  }
  const company = after === undefined ? undefined : nameIn(after);
  return after !== undefined && company === undefined ? {} : { title, ...(company !== undefined && { company }) };
}

function isTitle(text: string): boolean {
  return text.split(/\s+/).length <= MOST_WORDS && DOES.test(text) && !SPEAKS.test(text);
}

/** The name at the beginning of a text, where it begins like one. */
function nameIn(text: string): string | undefined {
  const end = NAME_END.exec(text)?.index ?? text.length;
  const name = text.slice(0, end).trim().replace(/[.!]$/, '');
  return name.length <= LONGEST_NAME && /^[\p{Lu}\d]/u.test(name) && !/^(?:The|A|An|Our|Your|One|This)$/.test(name) ? name : undefined;
}
