import { describe, expect, it } from 'vitest';
import { applicationOf, described, emptyDraft, stillGuessed, wrong } from './newDraft';

const AD = 'Ward nurse at Lakeside Hospital\nYou look after ...';

describe('a pasted advertisement', () => {
  it('fills in what its first lines state', () => {
    const draft = described(emptyDraft(), AD);
    expect(draft.posting).toMatchObject({ title: 'Ward nurse', company: 'Lakeside Hospital', description: AD });
    expect(stillGuessed(draft)).toEqual(['title', 'company']);
  });

  it('never goes over what was typed', () => {
    const typed = emptyDraft();
    const draft = described({ ...typed, posting: { ...typed.posting, title: 'Night nurse' } }, AD);
    expect(draft.posting.title).toBe('Night nurse');
    expect(stillGuessed(draft)).toEqual(['company']);
  });

  it('takes a guess back when the text is another', () => {
    const draft = described(described(emptyDraft(), AD), 'Something else.');
    expect(draft.posting).toMatchObject({ title: '', company: '' });
  });
});

it('sends nobody and nothing that was not typed', () => {
  const typed = emptyDraft();
  const draft = { ...typed, appliedOn: '2026-10-01', posting: { ...typed.posting, title: 'Nurse', company: 'Lakeside' } };
  expect(wrong(draft)).toEqual({});
  expect(applicationOf(draft)).toEqual({ posting: { title: 'Nurse', company: 'Lakeside' }, appliedOn: '2026-10-01' });
});

it('asks for the day instead of taking today for it', () => {
  const typed = { ...emptyDraft(), posting: { ...emptyDraft().posting, title: 'Nurse', company: 'Lakeside' } };
  expect(typed.appliedOn).toBe('');
  expect(Object.keys(wrong(typed))).toEqual(['appliedOn']);
});
