import { describe, expect, it } from 'vitest';
import { complaints, draftOf, filled, formOf, stepOf, type ReflectionDraft } from './reflectionDraft';

const full: ReflectionDraft = {
  stages: [
    { kind: 'PANEL_INTERVIEW', rating: 4, wentWell: 'The case', toImprove: '' },
    { kind: 'ASSESSMENT', rating: 2, wentWell: '', toImprove: 'Time' },
  ],
  causes: [{ theme: 'PREPARATION', note: '' }, { theme: 'SENIORITY', control: 'OUT_OF_CONTROL', note: 'They wanted ten years.' }],
  dayToDay: 3,
  energies: { 'Night shifts': 'DE_ENERGIZING' },
  lessons: 'Read the ward report first.',
};

describe('the beginning', () => {
  it('has the stages that took place, as they came', () => {
    expect(draftOf(undefined, ['ASSESSMENT', 'PANEL_INTERVIEW']).stages.map(({ kind }) => kind)).toEqual(['ASSESSMENT', 'PANEL_INTERVIEW']);
  });

  it('is about the application itself where no stage took place', () => {
    expect(draftOf(undefined, []).stages.map(({ kind }) => kind)).toEqual(['APPLICATION_REVIEW']);
  });

  it('says nothing that is worth saving but the stages', () => {
    expect(formOf(draftOf(undefined, ['ASSESSMENT']))).toEqual({ stages: [{ kind: 'ASSESSMENT', rank: 1 }] });
  });
});

it('is the same after it was saved and read', () => {
  expect(draftOf(formOf(full), ['ASSESSMENT', 'PANEL_INTERVIEW'])).toEqual(full);
});

it('ranks the stages by their order, whatever order they are read in', () => {
  const form = formOf(full);
  expect(form.stages?.map(({ kind, rank }) => [kind, rank])).toEqual([['PANEL_INTERVIEW', 1], ['ASSESSMENT', 2]]);
  expect(draftOf({ stages: [...(form.stages ?? [])].reverse() }, []).stages[0]?.kind).toBe('PANEL_INTERVIEW');
});

describe('before completion', () => {
  it('misses a rating beside its stage', () => {
    const { rating: _, ...unrated } = full.stages[1]!;
    expect(Object.keys(complaints({ ...full, stages: [full.stages[0]!, unrated] }))).toEqual(['stages[1].rating']);
    expect(complaints(full)).toEqual({});
  });

  it('wants something said', () => {
    expect(complaints({ stages: [], causes: [], energies: {}, lessons: ' ' })).toHaveProperty('stages');
  });
});

it('knows the step of a field and what is filled in', () => {
  expect(['stages', 'stages[0].rating', 'stages[1].toImprove', 'role.dayToDay', 'causes[0].theme', 'lessons'].map(stepOf)).toEqual([1, 1, 2, 3, 4, 4]);
  expect([1, 2, 3, 4].map((step) => filled(step, full))).toEqual([true, true, true, true]);
  expect([1, 2, 3, 4].map((step) => filled(step, draftOf(undefined, ['ASSESSMENT'])))).toEqual([false, false, false, false]);
});
