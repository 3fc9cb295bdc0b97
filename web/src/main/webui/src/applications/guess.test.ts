import { describe, expect, it } from 'vitest';
import { guess } from './guess';

describe('what the first lines state', () => {
  it.each([
    ['Ward nurse\n\nLakeside Hospital looks after ...', { title: 'Ward nurse' }],
    ['# Senior Backend Engineer (m/f/d)\nWe build ...', { title: 'Senior Backend Engineer (m/f/d)' }],
    ['Ward nurse at Lakeside Hospital in Bern\nYour tasks', { title: 'Ward nurse', company: 'Lakeside Hospital' }],
    ['Product Designer @ Acme | Remote', { title: 'Product Designer', company: 'Acme' }],
    ['Sr. Software Engineer', { title: 'Sr. Software Engineer' }],
    ['**Head of Finance**', { title: 'Head of Finance' }],
    ['Company: Lakeside Hospital\nPosition: Night porter', { title: 'Night porter', company: 'Lakeside Hospital' }],
  ])('%s', (text, expected) => {
    expect(guess(text)).toEqual(expected);
  });
});

describe('what they do not state is not made up', () => {
  it.each([
    '',
    'About Acme\nAcme makes anvils.',
    'Acme GmbH',
    'We are looking for a nurse who likes nights.',
    'Life at Acme',
    'Come and work as an engineer at our site.',
    'Our engineers build things that last. You will join them.',
    'What an engineer does here',
    'Software engineer at the heart of our platform',
  ])('%s', (text) => {
    expect(guess(text).company).toBeUndefined();
  });

  it('takes no sentence for a title', () => {
    expect(guess('We are hiring an engineer')).toEqual({});
    expect(guess('Software engineer at the heart of our platform')).toEqual({});
    expect(guess('Join our team of developers!')).toEqual({});
    expect(guess('What an engineer does here')).toEqual({});
  });
});
