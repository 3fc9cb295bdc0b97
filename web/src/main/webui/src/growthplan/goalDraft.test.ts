import { describe, expect, it } from 'vitest';
import { changes, draftOf, emptyGoal, GOAL_THEMES, intentOf, LONGEST_LINE, ticked, typed, wording, wrong, type GoalDraft } from './goalDraft';

const goal = {
  theme: 'ANSWER_STRUCTURE' as const,
  statement: 'Explain in steps',
  focalPoints: ['Pause first'],
  actions: [
    { text: 'Record one answer', done: true },
    { text: 'Ask a friend', done: false },
  ],
  dueOn: '2026-12-01',
};

const typedOver = (draft: GoalDraft, statement: string): GoalDraft => ({ ...draft, statement });

describe('lines', () => {
  it('become more where a line break is typed, and each keeps whether it is done', () => {
    const { actions } = draftOf(goal);
    expect(typed(actions, 0, 'Record one\nRecord two')).toEqual([
      { text: 'Record one', done: true },
      { text: 'Record two', done: false },
      { text: 'Ask a friend', done: false },
    ]);
  });
});

describe('a goal as it is typed', () => {
  it('is sent without empty lines', () => {
    const draft = draftOf(goal);
    const sent = intentOf({ ...draft, dueOn: '', focalPoints: [{ text: ' ', done: false }, { text: ' Look up ', done: false }] });
    expect(sent.focalPoints).toEqual(['Look up']);
    expect(sent).not.toHaveProperty('dueOn');
  });

  it('does not take back what was ticked while it was put aside', () => {
    const draft = typedOver(draftOf(goal), 'Explain aloud');
    const now = draftOf({ ...goal, actions: goal.actions.map(({ text }) => ({ text, done: true })) });
    expect(ticked(draft, now.actions)).toEqual({ ...now, statement: 'Explain aloud' });
  });

  it('says what is wrong where it is', () => {
    const draft = draftOf({ ...goal, statement: ' ', focalPoints: ['fine', 'x'.repeat(LONGEST_LINE + 1)] });
    expect(Object.keys(wrong(draft))).toEqual(['statement', 'focalPoints[1]']);
    expect(wrong(draftOf(goal))).toEqual({});
    expect(wrong(emptyGoal)).toHaveProperty('theme');
  });

  it('says when there are too many lines', () => {
    expect(wrong(draftOf({ ...goal, focalPoints: Array.from({ length: 21 }, (_, i) => `point ${i}`) }))).toHaveProperty('focalPoints');
  });

  it('is changed by what differs, and null takes the date away', () => {
    const before = intentOf(draftOf(goal));
    expect(changes(before, before)).toBeUndefined();
    expect(changes(before, { ...before, statement: 'Explain aloud' })).toEqual({ statement: 'Explain aloud' });
    const { dueOn: _, ...undated } = before;
    expect(changes(before, undated)).toEqual({ dueOn: null });
  });
});

it('is not set for what nothing can be done about', () => {
  expect(GOAL_THEMES).toContain('PREPARATION');
  expect(GOAL_THEMES).not.toContain('POSITION_CLOSED');
});

it('is another wording where a word changes, and not where something is ticked', () => {
  const draft = draftOf(goal);
  expect(wording(typedOver(draft, 'Explain slowly'))).not.toBe(wording(draft));
  expect(wording({ ...draft, actions: draft.actions.map(({ text }) => ({ text, done: true })) })).toBe(wording(draft));
});
