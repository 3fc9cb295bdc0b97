import type { Page } from '@playwright/test';
import { GENERIC, IN_DEPTH, item, nameOf, openInvitation, part, rejected, reported, soundly, titled, UNSAFE } from './steps';
import { expect, test } from './watched';
import { invitation, pictures, seasoned, signIn } from './whole';

const NOT_YET = 'The candidate cannot act on this yet.';
const ENOUGH = 'The candidate can act on this. Thank you.';
const FOLLOWS = 'one short e-mail will follow';
const THANKS = 'It is more than most people ever hear after a rejection.';
const CLOSED = 'This invitation is not open';

test.use({ actionTimeout: 15_000 });

test('an invitation is answered in two rounds', async ({ page, browser, request }) => {
  const job = await rejected(browser, seasoned);
  const comments = page.getByRole('textbox', { name: 'Your feedback' });
  const panel = page.getByRole('radiogroup', { name: 'Panel interview' });

  const first = await openInvitation(page, request, job, 1);
  await expect(page.getByText(/^\w+ Candidate applied for this role .* You need no account\.$/)).toBeVisible();
  await expect(page.getByText('Write a little, and this shows what the candidate can do with it.')).toBeVisible();
  await comments.fill(UNSAFE);
  await expect(page.getByText('This reads as a remark on age.')).toBeVisible();
  await pictures(page, 'invitation');
  await comments.fill(IN_DEPTH);
  await expect(page.getByText(ENOUGH)).toBeVisible();
  await expect(page.getByText('This reads as a remark on age.')).toBeHidden();
  await comments.fill(GENERIC);
  await expect(page.getByText(NOT_YET)).toBeVisible();
  await expect(page.getByText('Still open:')).toContainText('one thing to work on');
  await panel.getByRole('radio', { name: '2' }).check();

  await page.reload();
  await expect(comments).toHaveValue(GENERIC);
  await expect(panel.getByRole('radio', { name: '2' })).toBeChecked();
  await sends(page, FOLLOWS);
  await expect(item(page, 'one thing to work on')).toBeVisible();
  await isClosed(page, first);

  const second = await openInvitation(page, request, job, 2);
  await expect(page.getByText('One more question')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What would help' })).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await expect(panel).toBeHidden();
  await pictures(page, 'invitation-again');
  await comments.fill(IN_DEPTH);
  await expect(page.getByText(ENOUGH)).toBeVisible();
  await sends(page, THANKS);
  await isClosed(page, second);
});

test('an empty answer is not sent, and whoever cannot answer says so', async ({ page, browser, request }) => {
  const job = await rejected(browser, seasoned);
  const link = await openInvitation(page, request, job, 1);
  await page.getByRole('button', { name: 'Send feedback' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please write a sentence or two.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your feedback' })).toBeFocused();

  await page.getByRole('button', { name: 'I cannot give feedback' }).click();
  await soundly(page);
  await page.getByRole('textbox', { name: 'Why not?' }).fill('It is not allowed here.');
  await page.getByRole('button', { name: 'Decline' }).click();
  await titled(page, 'That is fine');
  await isClosed(page, link);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the code is pasted, and both rounds are answered', async ({ page, browser, request }) => {
    const job = await rejected(browser, seasoned);
    const comments = page.getByRole('textbox', { name: 'Your feedback' });
    const panel = page.getByRole('radiogroup', { name: 'Panel interview' });

    const first = await invitation(request, job.recruiter, 1);
    await pastes(page, new URL(first, 'https://rebound.example').href);
    await titled(page, `Feedback on an application: ${nameOf(job)}`);
    await expect(page.getByText(/^\w+ Candidate applied for this role/)).toBeVisible();
    await comments.fill(GENERIC);
    await panel.getByRole('radio', { name: '2' }).check();
    await sends(page, FOLLOWS);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await pastes(page, first);
    await titled(page, CLOSED);

    const second = await invitation(request, job.recruiter, 2);
    await pastes(page, second.slice(second.indexOf('#') + 1));
    await titled(page, `Feedback on an application: ${nameOf(job)}`);
    await expect(page.getByRole('heading', { name: 'What would help' })).toBeVisible();
    await expect(page.getByText(/^Thank you for your first answer to \w+ Candidate\./)).toBeVisible();
    await expect(panel).toBeHidden();
    await comments.fill(IN_DEPTH);
    await sends(page, THANKS);
  });

  test('declining is asked about first, and what was typed stays until then', async ({ page, browser, request }) => {
    const job = await rejected(browser, seasoned);
    const comments = page.getByRole('textbox', { name: 'Your feedback' });
    const link = await invitation(request, job.recruiter, 1);
    await pastes(page, link);
    await comments.fill('In the panel interview');

    await page.getByRole('button', { name: 'I cannot give feedback' }).click();
    await titled(page, 'Decline to give feedback?');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(comments).toHaveValue('In the panel interview');

    await page.getByRole('button', { name: 'I cannot give feedback' }).click();
    await page.getByRole('button', { name: 'Yes, decline' }).click();
    await titled(page, 'That is fine');
    await pastes(page, link);
    await titled(page, CLOSED);
  });
});

test('a recruiter of a board answers in the inbox', async ({ page, request }) => {
  const job = await reported(request);
  await invitation(request, job.recruiter, 1);
  await signIn(page, 'recruiter', '/inbox');
  await titled(page, 'Inbox');
  await pictures(page, 'inbox');

  await item(part(page, 'Waiting for an answer'), job.company).getByRole('link', { name: nameOf(job) }).click();
  await titled(page, `Feedback on ${nameOf(job)}`);
  const comments = page.getByRole('textbox', { name: 'Your feedback' });
  await comments.fill(UNSAFE);
  await expect(page.getByText('This reads as a remark on age.')).toBeVisible();
  await comments.fill(IN_DEPTH);
  await expect(page.getByText(ENOUGH)).toBeVisible();
  await page.getByRole('radio', { name: 'Panel interview: 2 of 5' }).check();
  await pictures(page, 'answer');
  await page.reload();
  await expect(comments).toHaveValue(IN_DEPTH);
  await page.getByRole('button', { name: 'Send feedback' }).click();

  await titled(page, 'Inbox');
  await expect(page.getByText('Sent. Thank you; this helps.')).toBeVisible();
  await expect(item(page, job.company)).toBeHidden();
  await page.getByRole('radiogroup', { name: 'Which requests' }).getByText('Closed').click();
  await expect(item(part(page, 'Closed'), job.company)).toContainText('Answered');
});

async function sends(page: Page, then: string) {
  await page.getByRole('button', { name: 'Send feedback' }).click();
  await titled(page, 'Thank you');
  await expect(page.getByText(then)).toBeVisible();
}

async function isClosed(page: Page, link: string) {
  await page.goto(link);
  await titled(page, CLOSED);
}

async function pastes(page: Page, code: string) {
  await page.goto('/f');
  await titled(page, 'Your feedback');
  await page.getByRole('textbox', { name: 'Code or link' }).fill(code);
  await page.getByRole('button', { name: 'Open' }).click();
}
