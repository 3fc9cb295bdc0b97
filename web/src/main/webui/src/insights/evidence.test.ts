import { describe, expect, it } from 'vitest';
import { formerOf, readThemes, type KnownEvidence } from './evidence';

const PLACE = { contextId: 'a-1', source: 'RECRUITER', at: '2026-10-01' } as const;

const evidence = (changes: Partial<KnownEvidence>): KnownEvidence => ({
  id: 'e-1', contextId: 'a-1', source: 'RECRUITER', theme: 'COMMUNICATION', control: 'CONTROLLABLE', quote: 'hard to follow', confidence: 0.8,
  corrected: false, at: '2026-10-01', ...changes,
});

const statement = {
  text: 'hard to follow',
  themes: [
    { theme: 'ANSWER_STRUCTURE', control: 'CONTROLLABLE', confidence: 0.9 },
    { theme: 'COMMUNICATION', control: 'CONTROLLABLE', confidence: 0.8 },
  ] as const,
};

describe('the themes of a statement', () => {
  it('are found by the words, the context and the theme', () => {
    const [structure, communication] = readThemes(statement, PLACE, [evidence({})]);
    expect(structure).toEqual({ theme: 'ANSWER_STRUCTURE', control: 'CONTROLLABLE' });
    expect(communication?.evidence?.id).toBe('e-1');
  });

  it('are not those of the same words elsewhere', () => {
    const elsewhere = [
      evidence({ contextId: 'a-2' }), evidence({ source: 'MENTOR' }), evidence({ at: '2026-09-01' }), evidence({ quote: 'hard', theme: 'PREPARATION' }),
    ];
    expect(readThemes(statement, PLACE, elsewhere).some((one) => one.evidence)).toBe(false);
  });

  it('are what the candidate corrected them to', () => {
    const read = readThemes(statement, PLACE, [evidence({ id: 'e-2', theme: 'COMPOSURE', control: 'LONG_TERM', corrected: true })]);
    expect(read.map((one) => one.theme)).toEqual(['ANSWER_STRUCTURE', 'COMPOSURE']);
    expect(read[1]).toMatchObject({ control: 'LONG_TERM', evidence: { id: 'e-2' } });
  });

  it('are found where another reader cut the sentence elsewhere', () => {
    const read = readThemes(statement, PLACE, [evidence({ quote: 'Your answers were hard to follow' })]);
    expect(read[1]?.evidence?.id).toBe('e-1');
  });
});

describe('known evidence', () => {
  it('is taken back to what it was read as, or to the former correction', () => {
    expect(formerOf(evidence({}))).toEqual({});
    expect(formerOf(evidence({ corrected: true }))).toEqual({ theme: 'COMMUNICATION', control: 'CONTROLLABLE' });
    expect(formerOf(evidence({ corrected: undefined, control: 'OUT_OF_CONTROL' }))).toEqual({ theme: 'COMMUNICATION', control: 'OUT_OF_CONTROL' });
  });
});
