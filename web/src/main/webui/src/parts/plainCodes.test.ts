import { describe, expect, it } from 'vitest';
import { plainCodes } from './plainCodes';

describe('a sentence with codes', () => {
  it('is said in words', () => {
    expect(plainCodes('The work is REMOTE.')).toBe('The work is remote.');
    expect(plainCodes('HYBRID, FULL_TIME')).toBe('hybrid, full time');
    expect(plainCodes('at most MID')).toBe('at most mid-level');
  });

  it('keeps what somebody wrote', () => {
    expect(plainCodes('It mentions “LEAD”, which you leave out.')).toBe('It mentions “LEAD”, which you leave out.');
    expect(plainCodes('It is in MIDDLEBURY.')).toBe('It is in MIDDLEBURY.');
  });
});
