import { describe, expect, it } from 'vitest';
import { effectInWords, figure } from './effect';

const said = (contexts: number, tellingContexts: number) => ({ contexts, tellingContexts, occurrences: contexts });

describe('did it work', () => {
  it('is a figure with its n from two contexts on', () => {
    expect(figure(said(3, 5))).toBe('in 3 of 5');
    expect(figure(said(1, 1))).toBe('not enough yet: 1 of 1');
    expect(figure(said(0, 0))).toBe('not enough yet: nothing was said');
  });

  it('compares shares and not counts', () => {
    expect(effectInWords({ status: 'ENOUGH', before: said(2, 2), after: said(2, 4) })).toMatch(/^It has come up less often since\./);
    expect(effectInWords({ status: 'ENOUGH', before: said(1, 2), after: said(2, 4) })).toMatch(/^It has come up as often as before\./);
  });

  it('says on which side there is not enough yet', () => {
    expect(effectInWords({ status: 'NOT_ENOUGH_YET', before: said(3, 5), after: said(0, 1) })).toContain('after you took this on');
    expect(effectInWords({ status: 'ENOUGH', before: said(0, 0), after: said(0, 3) })).toContain('before you took this on');
  });
});
