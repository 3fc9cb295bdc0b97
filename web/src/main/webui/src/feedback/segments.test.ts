import { describe, expect, it } from 'vitest';
import { segments, telling } from './segments';

const COMMENTS = 'Thank you. Answers rambled. Good design.';

const statement = (start: number, end: number, themes: string[] = ['COMMUNICATION']) => ({ start, end, themes });

describe('comments', () => {
  it('are cut at what was read in them, and nothing of them is lost', () => {
    const told = telling([statement(28, 39), statement(0, 10, []), statement(11, 26)], COMMENTS.length);
    const cut = segments(COMMENTS, told);
    expect(cut).toEqual([
      { text: 'Thank you. ' },
      { text: 'Answers rambled', statement: 0 },
      { text: '. ' },
      { text: 'Good design', statement: 1 },
      { text: '.' },
    ]);
    expect(cut.map((one) => one.text).join('')).toBe(COMMENTS);
  });

  it('are whole where nothing was read', () => {
    expect(segments(COMMENTS, telling([], COMMENTS.length))).toEqual([{ text: COMMENTS }]);
    expect(segments('', [])).toEqual([]);
  });

  it('stay whole where statements do not fit them', () => {
    const told = telling([statement(5, 12), statement(0, 8), statement(30, 99)], COMMENTS.length);
    expect(told).toEqual([statement(0, 8)]);
    expect(segments(COMMENTS, told).map((one) => one.text).join('')).toBe(COMMENTS);
  });
});
