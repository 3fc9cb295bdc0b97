import { expect, it } from 'vitest';
import { controlParts, controlTable } from './controlParts';

const shares = {
  rejections: 4,
  byControl: { CONTROLLABLE: 1, LONG_TERM: 0, OUT_OF_CONTROL: 3, UNKNOWN: 0 },
  shares: { CONTROLLABLE: { value: 0.25, low: 0.05, high: 0.7, n: 4 }, OUT_OF_CONTROL: { value: 0.75, low: 0.3, high: 0.95, n: 4 } },
};

it('gives every class its count, and its share with a range', () => {
  const parts = controlParts(shares);
  expect(parts.map((part) => part.value)).toEqual([1, 0, 3, 0]);
  expect(parts[2]?.words).toBe('3 of 4 rejections (75%, range 30 to 95%)');
  expect(parts[3]?.words).toBe('0 of 4 rejections');
  expect(controlTable(shares).rows[0]).toEqual(['In your hands', 1, '25%', '5 to 70%']);
});
