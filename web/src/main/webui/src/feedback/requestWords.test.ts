import { describe, expect, it } from 'vitest';
import { canAskAgain, notReminded, recruiterName, remindersInWords, stateInWords } from './requestWords';

describe('a request in words', () => {
  it('says until when it waits', () => {
    expect(stateInWords({ status: 'REQUESTED', expiresAt: '2026-10-15T08:00:00Z', round: 1 }, true)).toBe('Waiting for an answer, until 15 Oct 2026.');
    expect(stateInWords({ status: 'EXPIRED', expiresAt: '2026-10-15T08:00:00Z', round: 1 }, true)).toContain('No answer came by 15 Oct 2026');
    expect(stateInWords({ status: 'EXPIRED', expiresAt: '2026-10-15T08:00:00Z', round: 2 }, true)).toContain('The first answer is there');
  });

  it('offers to ask again only where that is possible', () => {
    const at = { expiresAt: '2026-10-15T08:00:00Z', round: 1 };
    expect(stateInWords({ status: 'EXPIRED', ...at }, true)).toMatch(/no time; you can ask again\.$/);
    expect(stateInWords({ status: 'CANCELLED', ...at }, true)).toContain('You can ask again.');
    expect(stateInWords({ status: 'EXPIRED', ...at }, false)).toMatch(/no time\.$/);
    expect(stateInWords({ status: 'CANCELLED', ...at }, false)).toBe('This request was taken back.');
  });

  it('asks nobody anew who has answered', () => {
    expect(stateInWords({ status: 'CANCELLED', expiresAt: '2026-10-15T08:00:00Z', round: 2 }, true)).toContain('The first answer is there');
    expect(canAskAgain({ status: 'CANCELLED', round: 2 }, true)).toBe(false);
    expect(canAskAgain({ status: 'EXPIRED', round: 1 }, true)).toBe(true);
    expect(canAskAgain({ status: 'EXPIRED', round: 1 }, false)).toBe(false);
    expect(canAskAgain({ status: 'DECLINED', round: 1 }, true)).toBe(false);
  });

  it('says how often somebody was reminded, and when that is enough', () => {
    expect(remindersInWords(0)).toBe('Not reminded yet.');
    expect(remindersInWords(2)).toBe('Reminded twice.');
    expect(remindersInWords(3)).toBe('Reminded three times, as often as is kind.');
  });

  it('says when the next reminder can go, where it was too early', () => {
    const words = notReminded({ status: 429, message: 'Please slow down.', retryAfter: 86_400 }, Date.parse('2026-10-01T12:00:00Z'));
    expect(words).toMatch(/^Please slow down\. .*2 Oct 2026/);
    expect(notReminded({ status: 409, message: 'The request has been answered.' }, 0)).toBe('The request has been answered.');
  });

  it('calls the recruiter by what is known', () => {
    expect(recruiterName({ recruiter: { email: 'pat@lakeside.example' } })).toBe('pat@lakeside.example');
    expect(recruiterName({ recruiter: {} })).toBe('the recruiter');
  });
});
