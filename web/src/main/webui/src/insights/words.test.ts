import { expect, it } from 'vitest';
import { sourcesInWords } from './words';

it('names the sources, the most frequent first', () => {
  expect(sourcesInWords({ MENTOR: 1, RECRUITER: 3 })).toBe('Recruiter 3, mentor 1');
  expect(sourcesInWords({})).toBe('');
});
