import { expect, it } from 'vitest';
import { suggested } from './reasons';

type Words = Parameters<typeof suggested>[0][number];

const words = {
  decisive: ['SENIORITY'],
  statements: [
    { text: '', start: 0, end: 1, polarity: 'POSITIVE', themes: [{ theme: 'COMMUNICATION', control: 'CONTROLLABLE', confidence: 0.9 }] },
    { text: '', start: 2, end: 3, polarity: 'NEGATIVE', themes: [{ theme: 'PREPARATION', control: 'CONTROLLABLE', confidence: 0.9 }] },
    { text: '', start: 4, end: 5, polarity: 'NEGATIVE', themes: [{ theme: 'UNSPECIFIED', control: 'UNKNOWN', confidence: 0.4 }] },
  ],
} as Words;

it('suggests what was named as a reason, each once, and no praise', () => {
  expect(suggested([words, words], [])).toEqual(['SENIORITY', 'PREPARATION']);
});

it('does not suggest what is chosen already', () => {
  expect(suggested([words], ['SENIORITY'])).toEqual(['PREPARATION']);
});
