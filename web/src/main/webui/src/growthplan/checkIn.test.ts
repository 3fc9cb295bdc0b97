import { describe, expect, it } from 'vitest';
import { checkInOf, wrongCheckIn } from './checkIn';

describe('a check-in', () => {
  it('is words, or a progress, or both', () => {
    expect(wrongCheckIn({ note: '', progress: 0 })).toEqual({});
    expect(wrongCheckIn({ note: 'Went well', progress: '' })).toEqual({});
    expect(wrongCheckIn({ note: ' ', progress: '' })).toHaveProperty('note');
  });

  it('has a progress in whole per cent', () => {
    for (const progress of [-1, 101, 12.5, '-']) {
      expect(wrongCheckIn({ note: 'Went well', progress })).toHaveProperty('progress');
    }
  });

  it('is sent without what was left open', () => {
    expect(checkInOf({ note: ' Went well ', progress: '' })).toEqual({ note: 'Went well' });
    expect(checkInOf({ note: '', progress: 0 })).toEqual({ progress: 0 });
  });
});
