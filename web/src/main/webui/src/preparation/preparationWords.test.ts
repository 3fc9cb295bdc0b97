import { describe, expect, it } from 'vitest';
import { saidInWords, stagesInWords, stoodInTheWay } from './preparationWords';

describe('a brief in words', () => {
  it('says every figure with its n', () => {
    expect(saidInWords({ status: 'RECURRING', contexts: 3 }, 7)).toBe('Said in 3 of 7.');
    expect(saidInWords({ status: 'FADING', contexts: 2 }, 7)).toBe('Said in 2 of 7, not lately.');
    expect(stoodInTheWay({ theme: 'LOCAL_LANGUAGE', rejections: 1, of: 1 })).toBe('Stood in the way in 1 of 1 rejection.');
  });

  it('calls a single case what it is', () => {
    expect(saidInWords({ status: 'SINGLE', contexts: 1 }, 7)).toContain('not enough yet');
  });

  it('counts no rejections for one’s own search', () => {
    expect(stoodInTheWay({ rejections: 0, of: 4 })).toBeUndefined();
  });

  it('names stages within a sentence', () => {
    expect(stagesInWords(['RECRUITER_SCREEN', 'FINAL_INTERVIEW'])).toBe('first call, final interview');
  });
});
