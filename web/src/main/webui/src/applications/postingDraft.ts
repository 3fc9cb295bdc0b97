import type { Applications } from '../api/reads';
import type { Complaints } from '../parts/complaints';
import type { EmploymentCode, SeniorityCode, WorkplaceCode } from '../words/codes';
import { amount, type PeriodCode } from './salary';

/** A job advertisement as it is being typed. */
export interface PostingDraft {
  title: string;
  company: string;
  description: string;
  location: string;
  workplace: WorkplaceCode | '';
  employmentType: EmploymentCode | '';
  seniority: SeniorityCode | '';
  industry: string;
  languages: string;
  url: string;
  salaryMin: string;
  salaryMax: string;
  currency: string;
  period: PeriodCode;
}

/** Whom to ask for feedback, as it is being typed. */
export interface RecruiterDraft {
  name: string;
  email: string;
}

export const LONGEST_DESCRIPTION = 20_000;

/** The fields that are under 'More about the job'. */
export const MORE_FIELDS = ['location', 'workplace', 'employmentType', 'seniority', 'industry', 'languages', 'url', 'salary'];

export const emptyPosting: PostingDraft = {
  title: '',
  company: '',
  description: '',
  location: '',
  workplace: '',
  employmentType: '',
  seniority: '',
  industry: '',
  languages: '',
  url: '',
  salaryMin: '',
  salaryMax: '',
  currency: '',
  period: 'YEAR',
};

export const emptyRecruiter: RecruiterDraft = { name: '', email: '' };

/** What is recorded, to be typed over. */
export function postingDraft(posting: Applications['Posting']): PostingDraft {
  const { salary } = posting;
  return {
    title: posting.title ?? '',
    company: posting.company ?? '',
    description: posting.description ?? '',
    location: posting.location ?? '',
    workplace: posting.workplace ?? '',
    employmentType: posting.employmentType ?? '',
    seniority: posting.seniority ?? '',
    industry: posting.industry ?? '',
    languages: (posting.languages ?? []).join(', '),
    url: posting.url ?? '',
    salaryMin: salary?.min?.toString() ?? '',
    salaryMax: salary?.max?.toString() ?? '',
    currency: salary?.currency ?? '',
    period: salary?.period ?? 'YEAR',
  };
}

export function recruiterDraft(recruiter: Applications['RecruiterView'] | undefined): RecruiterDraft {
  return { name: recruiter?.name ?? '', email: recruiter?.email ?? '' };
}

/** The advertisement as the service takes it; what was left empty is not said. */
export function postingOf(draft: PostingDraft): Applications['PostingRequest'] {
  const text = (field: 'description' | 'location' | 'industry' | 'url') => {
    const value = draft[field].trim();
    return value === '' ? {} : { [field]: value };
  };
  const languages = draft.languages
    .split(/[,;\n]/)
    .map((language) => language.trim())
    .filter(Boolean);
  const salary = salaryOf(draft);
  return {
    title: draft.title.trim(),
    company: draft.company.trim(),
    ...text('description'),
    ...text('location'),
    ...(draft.workplace !== '' && { workplace: draft.workplace }),
    ...(draft.employmentType !== '' && { employmentType: draft.employmentType }),
    ...(draft.seniority !== '' && { seniority: draft.seniority }),
    ...text('industry'),
    ...text('url'),
    ...(languages.length > 0 && { languages }),
    ...(salary && { salary }),
  };
}

function salaryOf({ salaryMin, salaryMax, currency, period }: PostingDraft): Applications['SalaryRequest'] | undefined {
  const min = amount(salaryMin);
  const max = amount(salaryMax);
  return min === undefined && max === undefined
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }), currency: currency.trim().toUpperCase(), period };
}

/** The recruiter as the service takes it; nobody where there is no address. */
export function recruiterOf({ name, email }: RecruiterDraft): Applications['RecruiterRequest'] | undefined {
  return email.trim() === '' ? undefined : { ...(name.trim() !== '' && { name: name.trim() }), email: email.trim() };
}

const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const LINK = /^https?:\/\/[^\s/?#]+\S*$/i;

/** What the service would refuse, said before it is asked. */
export function complaints(posting: PostingDraft, recruiter: RecruiterDraft): Complaints {
  const found: Complaints = {};
  if (posting.title.trim() === '') {
    found['posting.title'] = 'Say what the job is called.';
  }
  if (posting.company.trim() === '') {
    found['posting.company'] = 'Say who it is with.';
  }
  if (posting.description.length > LONGEST_DESCRIPTION) {
    found['posting.description'] =
      `The text has ${posting.description.length} characters, and ${LONGEST_DESCRIPTION} fit. Leave out what is not about the job.`;
  }
  if (posting.url.trim() !== '' && !LINK.test(posting.url.trim())) {
    found['posting.url'] = 'A link begins with https:// or http://.';
  }
  return { ...found, ...aboutPay(posting), ...aboutRecruiter(recruiter) };
}

function aboutPay({ salaryMin, salaryMax, currency }: PostingDraft): Complaints {
  const found: Complaints = {};
  const [min, max] = [amount(salaryMin), amount(salaryMax)];
  if (salaryMin.trim() !== '' && min === undefined) {
    found['posting.salary.min'] = 'Write a number, such as 52000.';
  }
  if (salaryMax.trim() !== '' && max === undefined) {
    found['posting.salary.max'] = 'Write a number, such as 60000.';
  } else if (min !== undefined && max !== undefined && max < min) {
    found['posting.salary.max'] = 'This is less than the lower amount.';
  }
  if ((min !== undefined || max !== undefined) && !/^[A-Za-z]{3}$/.test(currency.trim())) {
    found['posting.salary.currency'] = 'Three letters, such as EUR.';
  }
  return found;
}

function aboutRecruiter({ name, email }: RecruiterDraft): Complaints {
  if (email.trim() === '') {
    return name.trim() === '' ? {} : { 'recruiter.email': 'Add the e-mail address, or leave the name away.' };
  }
  return ADDRESS.test(email.trim()) ? {} : { 'recruiter.email': 'Write an e-mail address, such as name@company.com.' };
}
