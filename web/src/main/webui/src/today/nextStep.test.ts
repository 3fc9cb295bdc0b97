import { describe, expect, it } from 'vitest';
import type { Applications, Feedback, Insights } from '../api/reads';
import { freshlyRejected, isReflected, nextStep, type Known } from './nextStep';

const TODAY = '2026-10-20';

const nothing: Known = { applications: [], toReflect: [], feedback: [], goals: [], refinements: [], read: new Set(), setAside: new Set() };

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

const suggestion = { id: 's-1', status: 'SUGGESTED' } as Insights['Refinement'];

const answer = (receivedOn: string) => ({ id: 'f-1', requestId: 'r-1', applicationId: 'a-1', receivedOn }) as Feedback['FeedbackView'];

describe('the next step', () => {
  it('is the first application where there is none', () => {
    expect(nextStep(nothing, TODAY)?.to).toBe('/applications/new');
  });

  it('is to look back before a goal that is due', () => {
    const step = nextStep({ ...nothing, applications: [application], toReflect: [application], goals: [goal('ADOPTED', '2026-10-01')] }, TODAY);
    expect(step?.text).toBe('Look back on Ward nurse at Lakeside');
    expect(step?.to).toBe('/applications/a-1/reflection');
  });

  it('is an answer that was not read before a rejection to look back on', () => {
    const known = { ...nothing, applications: [application], toReflect: [application], feedback: [answer('2026-10-19')] };
    expect(nextStep(known, TODAY)?.action).toBe('Read it');
    expect(nextStep({ ...known, read: new Set(['f-1']) }, TODAY)?.action).toBe('Start');
    expect(nextStep({ ...known, feedback: [answer('2026-10-12')] }, TODAY)?.action).toBe('Start');
  });

  it('gives way to the next in order where it is not wanted', () => {
    const second = { ...application, id: 'a-2', posting: { title: 'Cook', company: 'Cinder' } };
    const known = { ...nothing, applications: [application, second], toReflect: [application, second], goals: [goal('PROPOSED')], refinements: [suggestion] };
    const without = (...ids: string[]) => nextStep({ ...known, setAside: new Set(ids) }, TODAY);

    expect(nextStep(known, TODAY)?.leaving?.id).toBe('a-1');
    expect(without('a-1')?.text).toBe('Look back on Cook at Cinder');
    expect(without('a-1', 'a-2')?.leaving?.id).toBe('g-1');
    expect(without('a-1', 'a-2', 'g-1')?.to).toBe('/search');
    expect(without('a-1', 'a-2', 'g-1')?.leaving).toBeUndefined();
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
    const unread: Known = { applications: undefined, toReflect: undefined, feedback: undefined, goals: undefined, refinements: undefined, read: new Set(), setAside: new Set() };
    expect(nextStep(unread, TODAY)).toBeUndefined();
    expect(nextStep({ ...unread, goals: [goal('PROPOSED')] }, TODAY)?.action).toBe('Look at it');
  });
});

describe('the rejections that are fresh', () => {
  const rejected = (id: string, rejectedOn: string) => ({ ...application, id, rejection: { rejectedOn } }) as Applications['ApplicationSummary'];

  it('come the latest first, whenever it was applied', () => {
    const all = [rejected('new', '2026-10-01'), { ...application, id: 'open', status: 'ACTIVE' as const }, rejected('old', '2026-10-19')];
    expect(freshlyRejected(all, TODAY).map((one) => one.id)).toEqual(['old', 'new']);
  });

  it('are those of the last thirty days', () => {
    const all = [rejected('within', '2026-09-20'), rejected('before', '2026-09-19'), rejected('imported', '2024-02-01')];
    expect(freshlyRejected(all, TODAY).map((one) => one.id)).toEqual(['within']);
  });
});

it('is done with a reflection that was completed, also while it is being revised', () => {
  const reflection = (status: 'NOT_STARTED' | 'DRAFT' | 'COMPLETED', completed: boolean) => ({ status, completed, prompts: [] }) as Applications['ReflectionView'];
  expect(isReflected(reflection('DRAFT', true))).toBe(true);
  expect(isReflected(reflection('COMPLETED', true))).toBe(true);
  expect(isReflected(reflection('DRAFT', false))).toBe(false);
});
