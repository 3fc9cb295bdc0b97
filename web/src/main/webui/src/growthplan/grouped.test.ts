import { describe, expect, it } from 'vitest';
import type { Insights } from '../api/reads';
import { grouped, whyNothingProposed } from './grouped';

const goal = (id: string, status: Insights['Goal']['status']) => ({ id, status }) as Insights['Goal'];

it('keeps the order of the service within a group', () => {
  const groups = grouped([goal('a', 'ADOPTED'), goal('b', 'PROPOSED'), goal('c', 'ADOPTED')]);
  expect(groups.ADOPTED.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(groups.ABANDONED).toEqual([]);
});

describe('where nothing is proposed', () => {
  it('says what is missing, or why there is no room', () => {
    expect(whyNothingProposed(1, 0)).toContain('Not enough yet');
    expect(whyNothingProposed(7, 5)).toContain('once there is room');
    expect(whyNothingProposed(7, 1)).toContain('7 applications and pieces of feedback');
  });
});
