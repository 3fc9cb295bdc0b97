import { describe, expect, it } from 'vitest';
import { correction } from './correction';
import { complaints, emptyPosting, emptyRecruiter, postingDraft, postingOf, recruiterOf } from './postingDraft';

const nurse = { ...emptyPosting, title: ' Ward nurse ', company: 'Lakeside' };

describe('a posting', () => {
  it('says nothing about what was left empty', () => {
    expect(postingOf(nurse)).toEqual({ title: 'Ward nurse', company: 'Lakeside' });
  });

  it('has its languages apart and its pay as numbers', () => {
    const typed = { ...nurse, languages: 'German, English;', salaryMin: '50,000', currency: 'eur' };
    expect(postingOf(typed)).toEqual({
      title: 'Ward nurse',
      company: 'Lakeside',
      languages: ['German', 'English'],
      salary: { min: 50000, currency: 'EUR', period: 'YEAR' },
    });
  });

  it('is the same after it was read and typed over by nobody', () => {
    const posting = { title: 'A', company: 'B', workplace: 'REMOTE' as const, salary: { max: 10.5, currency: 'EUR', period: 'HOUR' as const } };
    expect(postingOf(postingDraft(posting))).toEqual(posting);
  });

  it('needs a title and a company, and an address with a name', () => {
    expect(Object.keys(complaints(emptyPosting, { name: 'Ana', email: '' }))).toEqual(['posting.title', 'posting.company', 'recruiter.email']);
    expect(complaints(nurse, emptyRecruiter)).toEqual({});
  });

  it('is told what is wrong with its pay and its link', () => {
    const typed = { ...nurse, url: 'lakeside.example', salaryMin: '60000', salaryMax: '50000' };
    expect(Object.keys(complaints(typed, emptyRecruiter))).toEqual(['posting.url', 'posting.salary.max', 'posting.salary.currency']);
  });
});

it('knows no recruiter without an address', () => {
  expect(recruiterOf({ name: 'Ana', email: ' ' })).toBeUndefined();
  expect(recruiterOf({ name: ' ', email: 'ana@lakeside.example' })).toEqual({ email: 'ana@lakeside.example' });
});

describe('a correction', () => {
  const before = {
    appliedOn: '2026-10-01',
    posting: { title: 'A', company: 'B', location: 'Bern', languages: ['German'] },
    recruiter: { email: 'x@y.example' },
  };

  it('names only what changes, and takes away with null', () => {
    expect(correction(before, { appliedOn: '2026-09-20', posting: { title: 'A', company: 'C', languages: ['German', 'French'] } })).toEqual({
      appliedOn: '2026-09-20',
      posting: { company: 'C', location: null, languages: ['German', 'French'] },
      recruiter: null,
    });
  });

  it('is none where nothing changes', () => {
    expect(correction(before, structuredClone(before))).toBeUndefined();
  });

  it('is taken back by the one in the other direction', () => {
    const after = { appliedOn: '2026-10-01', posting: { title: 'A', company: 'C' } };
    expect(correction(after, before)).toEqual({ posting: { company: 'B', location: 'Bern', languages: ['German'] }, recruiter: { email: 'x@y.example' } });
  });
});
