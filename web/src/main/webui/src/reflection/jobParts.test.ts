import { expect, it } from 'vitest';
import { groups, withEnergy } from './jobParts';

const components = [
  { id: '1', kind: 'BENEFIT' as const, text: 'A garden' },
  { id: '2', kind: 'RESPONSIBILITY' as const, text: 'Night shifts' },
];

it('begins with what the days are made of, and leaves out kinds that are not there', () => {
  expect(groups(components, {}).map(({ name, texts }) => [name, texts])).toEqual([
    ['Responsibilities', ['Night shifts']],
    ['Benefits', ['A garden']],
  ]);
});

it('loses no rating when the description changes', () => {
  expect(groups(components, { 'Day shifts': 'ENERGIZING', 'Night shifts': 'ENERGIZING' }).at(-1)?.texts).toEqual(['Day shifts']);
});

it('rates, and takes a rating back', () => {
  const rated = withEnergy({ 'A garden': 'ENERGIZING' }, 'Night shifts', 'DE_ENERGIZING');
  expect(rated).toEqual({ 'A garden': 'ENERGIZING', 'Night shifts': 'DE_ENERGIZING' });
  expect(withEnergy(rated, 'Night shifts', undefined)).toEqual({ 'A garden': 'ENERGIZING' });
});
