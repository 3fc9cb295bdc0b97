import { expect, it } from 'vitest';
import { deedIn, possible } from './deed';

it('opens only what is possible', () => {
  expect(deedIn(new URLSearchParams('do=rejection'), 'ACTIVE')).toBe('rejection');
  expect(deedIn(new URLSearchParams('do=rejection'), 'REJECTED')).toBeUndefined();
  expect(deedIn(new URLSearchParams('do=nothing'), 'ACTIVE')).toBeUndefined();
});

it('takes a rejection back only where there is one, and records nothing after a withdrawal', () => {
  expect(possible('REJECTED')).toContain('reopening');
  expect(possible('ACTIVE')).not.toContain('reopening');
  expect(possible('WITHDRAWN')).toEqual(['correction']);
});
