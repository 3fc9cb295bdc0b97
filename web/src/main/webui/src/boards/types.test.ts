import { expect, it } from 'vitest';
import { host, laidOut, standing } from './types';

it.each([
  [{ status: 'PENDING', attempts: 0 }, 'Waiting'],
  [{ status: 'PENDING', attempts: 1, lastStatus: 500 }, 'Tried once (500)'],
  [{ status: 'PENDING', attempts: 3, lastProblem: 'TIMEOUT' }, 'Tried 3 times (no answer in time)'],
  [{ status: 'DELIVERED', attempts: 1, lastStatus: 204 }, 'Taken (204)'],
  [{ status: 'FAILED', attempts: 10, lastProblem: 'UNKNOWN_HOST' }, 'Given up (unknown host)'],
  [{ status: 'FAILED', attempts: 0 }, 'Not sent any more'],
] as const)('says how a delivery stands: %o', (delivery, said) => {
  expect(standing(delivery)).toBe(said);
});

it('lays out what can be laid out', () => {
  expect(laidOut('{"type":"a"}')).toBe('{\n  "type": "a"\n}');
  expect(laidOut('text')).toBe('text');
});

it('names a host', () => {
  expect(host('https://hooks.example.org:8443/a?b=c')).toBe('hooks.example.org:8443');
  expect(host('text')).toBe('text');
});
