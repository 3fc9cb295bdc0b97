import { describe, expect, it } from 'vitest';
import { specificityInWords } from './feedbackWords';

const judged = (level: 'GENERIC' | 'PARTIAL' | 'SPECIFIC', missing: ('EXAMPLE' | 'ADVICE' | 'STAGE')[] = []) => ({
  read: true, round: 1, specificity: { level, score: 0.5, missing, reader: '1' },
});

describe('how specific feedback is', () => {
  it('says what is missing', () => {
    expect(specificityInWords(judged('PARTIAL', ['STAGE', 'EXAMPLE', 'ADVICE']))).toBe(
      'It names a cause without much detail. Not in it: which stage it is about, an example, what would help next time.',
    );
  });

  it('says that more was asked for, where somebody could be asked', () => {
    expect(specificityInWords({ ...judged('GENERIC'), requestId: 'r-1' })).toContain('asked for');
    expect(specificityInWords({ ...judged('GENERIC'), requestId: 'r-1', round: 2 })).not.toContain('asked for');
    expect(specificityInWords(judged('GENERIC'))).not.toContain('asked for');
  });

  it('claims nothing of what could not be read', () => {
    expect(specificityInWords({ ...judged('PARTIAL', ['EXAMPLE']), read: false })).toContain('language');
  });
});
