import { describe, expect, it } from 'vitest';
import { complaintInWords, nameOf, postingsIn } from './postings';

describe('pasted postings', () => {
  it('are parted by lines of dashes', () => {
    const pasted = postingsIn('Ward nurse at Lakeside\nNights and weekends\n\n---\n\n  -----\nWe look for somebody - with a licence --- to help\n');
    expect(pasted).toEqual({
      postings: [
        { title: 'Ward nurse', company: 'Lakeside', description: 'Ward nurse at Lakeside\nNights and weekends' },
        { description: 'We look for somebody - with a licence --- to help' },
      ],
    });
  });

  it('may be a JSON array, of which the known fields are taken', () => {
    const pasted = postingsIn('[{"title":"Ward nurse","workplace":"remote","employmentType":"full-time","id":7,"seniority":"guru","languages":["Dutch"]}]');
    expect(pasted).toEqual({ postings: [{ title: 'Ward nurse', workplace: 'REMOTE', employmentType: 'FULL_TIME', languages: ['Dutch'] }] });
  });

  it('say what is wrong with them', () => {
    expect(postingsIn(' \n---\n')).toEqual({ problem: 'Paste one posting at least.' });
    expect(postingsIn('[{"title":')).toHaveProperty('problem');
    expect(postingsIn('[{"id":7}]')).toHaveProperty('problem', expect.stringContaining('Number 1'));
    expect(postingsIn(`short\n---\n${'x'.repeat(20_001)}`)).toHaveProperty('problem', expect.stringContaining('Number 2'));
  });

  it('may begin with a bracket and be a sentence', () => {
    expect(postingsIn('[Remote] Ward nurse')).toHaveProperty('postings');
  });
});

it('has a name for each', () => {
  expect(nameOf({ title: 'Ward nurse', company: 'Lakeside', description: 'x' })).toBe('Ward nurse at Lakeside');
  expect(nameOf({ description: `${'word '.repeat(40)}\nsecond line` })).toMatch(/^(word ){17}word …$/);
});

it('says in which posting something is wrong', () => {
  expect(complaintInWords('postings[1].salary.currency', 'must be a currency code')).toBe('Number 2, salary.currency: must be a currency code.');
});
