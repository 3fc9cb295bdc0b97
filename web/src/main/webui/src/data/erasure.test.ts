import { expect, it } from 'vitest';
import { isMeant, isOver } from './erasure';

const AT = '2026-10-01T10:00:00Z';

it('is over when the key is gone and every service has said so', () => {
  expect(isOver({ forgotten: {} })).toBe(false);
  expect(isOver({ erasedAt: AT, forgotten: { 'application-service': AT, 'feedback-service': AT } })).toBe(false);
  expect(isOver({ erasedAt: AT, forgotten: { 'application-service': AT, 'feedback-service': AT, 'insights-service': AT } })).toBe(true);
});

it('takes the word alone', () => {
  expect(isMeant(' Erase ')).toBe(true);
  expect(isMeant('')).toBe(false);
  expect(isMeant('erased')).toBe(false);
});
