import { describe, expect, it } from 'vitest';
import type { Applications, Feedback, Insights } from '../api/reads';
import { latestRejected, nextStep, type Known } from './nextStep';

const TODAY = '2026-10-20';

const nothing: Known = { applications: [], toReflect: [], requests: [], feedback: [], goals: [], refinements: [], read: new Set() };

const application = {
  id: 'a-1',
  status: 'REJECTED',
  posting: { title: 'Ward nurse', company: 'Lakeside' },
  appliedOn: '2026-09-01',
  stages: [],
  version: 3,
} as unknown as Applications['ApplicationSummary'];

const goal = (status: Insights['Goal']['status'], dueOn?: string, checkIns: Insights['CheckIn'][] = []) =>
  ({ id: 'g-1', theme: 'PREPARATION', status, statement: 'Read about the ward', checkIns, ...(dueOn && { dueOn }) }) as unknown as Insights['Goal'];

const answer = (receivedOn: string) => ({ id: 'f-1', requestId: 'r-1', applicationId: 'a-1', receivedOn }) as Feedback['FeedbackView'];

describe('the next step', () => {
  it('is the first application where there is none', () => {
    expect(nextStep(nothing, TODAY)?.to).toBe('/applications/new');
  });

  it('is to look back before anything else', () => {
    const step = nextStep({ ...nothing, applications: [application], toReflect: [application], goals: [goal('ADOPTED', '2026-10-01')] }, TODAY);
    expect(step?.text).toBe('Look back on Ward nurse at Lakeside');
    expect(step?.to).toBe('/applications/a-1/reflection');
  });

  it('is a goal on the day it is due, and not the day before', () => {
    expect(nextStep({ ...nothing, goals: [goal('ADOPTED', TODAY)] }, TODAY)?.to).toBe('/growth-plan');
    expect(nextStep({ ...nothing, applications: [application], goals: [goal('ADOPTED', '2026-10-21')] }, TODAY)).toBeUndefined();
  });

  it('is no goal whose owner has said since how it went', () => {
    const noted = (on: string) => ({ ...nothing, applications: [application], goals: [goal('ADOPTED', '2026-10-10', [{ on, note: 'Half of it.' } as Insights['CheckIn']])] });
    expect(nextStep(noted('2026-10-09'), TODAY)?.action).toBe('Note how it went');
    expect(nextStep(noted('2026-10-10'), TODAY)).toBeUndefined();
  });

  it('is an answer for a week', () => {
    expect(nextStep({ ...nothing, feedback: [answer('2026-10-13')] }, TODAY)?.to).toBe('/applications/a-1');
    expect(nextStep({ ...nothing, applications: [application], feedback: [answer('2026-10-12')] }, TODAY)).toBeUndefined();
  });

  it('is not an answer that was read', () => {
    const known = { ...nothing, applications: [application], feedback: [answer('2026-10-19')] };
    expect(nextStep({ ...known, read: new Set(['f-1']) }, TODAY)).toBeUndefined();
    expect(nextStep({ ...known, read: new Set(['f-2']) }, TODAY)?.action).toBe('Read it');
  });

  it('never calls done what could not be read', () => {
    const unread: Known = { applications: undefined, toReflect: undefined, requests: undefined, feedback: undefined, goals: undefined, refinements: undefined, read: new Set() };
    expect(nextStep(unread, TODAY)).toBeUndefined();
    expect(nextStep({ ...unread, goals: [goal('PROPOSED')] }, TODAY)?.action).toBe('Look at it');
  });
});

describe('the latest rejections', () => {
  const rejected = (id: string, rejectedOn: string) => ({ ...application, id, rejection: { rejectedOn } }) as Applications['ApplicationSummary'];

  it('are those that came last, whenever it was applied', () => {
    const all = [rejected('new', '2026-10-01'), { ...application, id: 'open', status: 'ACTIVE' as const }, rejected('old', '2026-10-19')];
    expect(latestRejected(all, 2).map((one) => one.id)).toEqual(['old', 'new']);
    expect(latestRejected(all, 1).map((one) => one.id)).toEqual(['old']);
  });
});
