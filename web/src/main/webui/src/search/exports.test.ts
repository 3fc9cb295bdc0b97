// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { opens, textOf } from './exports';

describe('a search for elsewhere', () => {
  it('is an address, a line, or an object', () => {
    expect(textOf({ url: 'https://jobs.example/?q=nurse' })).toBe('https://jobs.example/?q=nurse');
    expect(textOf({ query: '"ward nurse" NOT travel' })).toBe('"ward nurse" NOT travel');
    expect(textOf({ query: { title: ['Ward nurse'] } })).toBe('{\n  "title": [\n    "Ward nurse"\n  ]\n}');
    expect(textOf({})).toBe('');
  });

  it('opens only what leads into the web', () => {
    expect(opens('https://jobs.example/')).toBe(true);
    expect(opens('javascript:alert(1)')).toBe(false);
    expect(opens(undefined)).toBe(false);
  });
});
