// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { forgetTab } from './ownTab';

async function startsFor(subject: string) {
  document.head.innerHTML = `<meta name="rebound-subject" content="${subject}">`;
  vi.resetModules();
  await import('./start');
}

beforeEach(() => sessionStorage.clear());

it('keeps what was typed for whoever typed it', async () => {
  await startsFor('ann');
  sessionStorage.setItem('rebound-draft-application', '{}');

  await startsFor('ann');

  expect(sessionStorage.getItem('rebound-draft-application')).toBe('{}');
});

it('shows nobody what somebody else typed', async () => {
  await startsFor('ann');
  sessionStorage.setItem('rebound-draft-application', '{}');
  sessionStorage.setItem('rebound-sending', '[]');

  await startsFor('ben');

  expect(Object.keys(sessionStorage)).toEqual(['rebound-owner']);
});

it('forgets nothing of an invitation, which is opened without an account', () => {
  sessionStorage.setItem('rebound.draft.1', '{}');

  forgetTab();

  expect(sessionStorage.getItem('rebound.draft.1')).toBe('{}');
});
