import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type APIResponse, type Browser, type Locator, type Page } from '@playwright/test';
import { barriers, fits, invitation, signIn } from './whole';

/** A job that nobody else knows, with a recruiter of its own. */
export interface Job {
  title: string;
  company: string;
  description: string;
  recruiter: string;
}

/** An answer that names no cause, one that names a cause in full, and one that must not be sent as it is. */
export const GENERIC = 'It was a pleasure to meet you, but in the end we went with another candidate.';
export const IN_DEPTH =
  'In the panel interview your answers rambled: when we asked about the loan from Lisbon, we never learned what you did yourself. ' +
  'You came well prepared and asked good questions. Next time, bring two stories with measurable results.';
export const UNSAFE = 'The panel felt that you are too old for this team.';

export function unique(): string {
  return randomUUID().slice(0, 8);
}

export function newJob(): Job {
  const run = unique();
  const [title, company] = ['Exhibition Coordinator', `Northgate Museum ${run}`];
  const description = [
    `${title} at ${company}`,
    '',
    'What you will do',
    '- Plan travelling exhibitions with lenders and designers',
    '- Write wall texts that families understand',
    '- Keep the budget of each show',
    '',
    'What you bring',
    '- Two years in a museum or a gallery',
    '- Clear writing in English',
  ].join('\n');
  return { title, company, description, recruiter: `recruiter-${run}@example.net` };
}

export function nameOf({ title, company }: Job): string {
  return `${title} at ${company}`;
}

/** The date so many days before today. */
export function daysAgo(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A part of a page, by its title. */
export function part(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** Whatever is in a list, by its words. */
export function item(place: Page | Locator, words: string): Locator {
  return place.getByRole('listitem').filter({ hasText: words });
}

export async function titled(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Nothing stands in anybody's way, and nothing is wider than the screen. */
export async function soundly(page: Page): Promise<void> {
  expect.soft(await barriers(page), 'barriers').toEqual([]);
  await fits(page);
}

/** Goes to a page by the menu. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: place, exact: true }).click();
  await titled(page, place);
}

/** Opens the link of the newest letter to the recruiter of a job, and gives it. */
export async function openInvitation(page: Page, request: APIRequestContext, job: Job, letters: number): Promise<string> {
  const link = await invitation(request, job.recruiter, letters);
  await page.goto(link);
  await titled(page, `Feedback on an application: ${nameOf(job)}`);
  return link;
}

/** A job that a candidate was rejected for after two stages, recorded with the candidate's own session. */
export async function rejected(browser: Browser, candidate: string): Promise<Job> {
  const job = newJob();
  const { title, company, description, recruiter } = job;
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await signIn(page, candidate);
  const headers = { Origin: new URL(page.url()).origin };
  const post = async (path: string, data: object) =>
    done(await page.request.post(`/api/v1/applications${path}`, { data, headers: { ...headers, 'Idempotency-Key': randomUUID() } }));

  const { id } = (await post('', { posting: { title, company, description }, appliedOn: daysAgo(30), recruiter: { email: recruiter } })) as { id: string };
  await post(`/${id}/stages`, { kind: 'RECRUITER_SCREEN', reachedOn: daysAgo(20) });
  await post(`/${id}/stages`, { kind: 'PANEL_INTERVIEW', reachedOn: daysAgo(12) });
  await post(`/${id}/rejection`, { rejectedOn: daysAgo(5), message: 'We have decided to go on with others.' });
  await context.close();
  return job;
}

/** A job of the board acme that somebody was rejected for, as the board reports it. */
export async function reported(request: APIRequestContext): Promise<Job> {
  const job = newJob();
  const { title, company, description, recruiter } = job;
  const realm = `${new URL((await request.get('/login')).url()).origin}/realms/rebound`;
  const form = { grant_type: 'client_credentials', client_id: 'acme-board', client_secret: 'acme-secret' };
  const { access_token: token } = (await done(await request.post(`${realm}/protocol/openid-connect/token`, { form }))) as { access_token: string };
  const run = unique();
  const report = await request.post('/api/v1/boards/acme/rejections', {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
    data: [
      {
        externalId: `application-${run}`,
        candidate: { externalId: `candidate-${run}`, email: `candidate-${run}@example.net` },
        posting: { title, company, description },
        appliedOn: daysAgo(30),
        stage: 'PANEL_INTERVIEW',
        rejectedOn: daysAgo(5),
        recruiter: { email: recruiter },
      },
    ],
  });
  expect(await done(report)).toMatchObject({ accepted: 1, rejected: [] });
  return job;
}

async function done(answer: APIResponse): Promise<unknown> {
  expect(answer.ok(), `${answer.url()} answers ${answer.status()}: ${answer.ok() ? '' : await answer.text()}`).toBe(true);
  return answer.json();
}
