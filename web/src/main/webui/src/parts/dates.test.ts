import { afterAll, beforeAll, expect, it, vi } from 'vitest';

let day: (when: string) => string;

beforeAll(async () => {
  vi.stubEnv('TZ', 'America/New_York');
  ({ day } = await import('./dates'));
});
afterAll(() => {
  vi.unstubAllEnvs();
});

it('puts a moment on the day that it is for the reader', () => {
  expect(day('2026-10-02T02:30:00Z')).toBe('1 Oct 2026');
});

it('leaves a date the day that it is', () => {
  expect(day('2026-10-02')).toBe('2 Oct 2026');
});
