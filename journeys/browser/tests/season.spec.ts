import type { Browser, Locator, Page } from '@playwright/test';
import { daysAgo, GENERIC, goTo, IN_DEPTH, item, nameOf, newJob, openInvitation, part, soundly, titled, type Job } from './steps';
import { expect, test } from './watched';
import { fresh, settled, signIn } from './whole';

const MESSAGE = 'Thank you for coming to the museum. We have decided to go on with somebody else.';
const APPRAISAL = 'A careful colleague whom people trust. In meetings your answers rambled.';
const LESSON = 'Two stories, each with its result, told aloud before I go.';
const TO_IMPROVE = 'I told the whole history of the loan and not what I did.';

test.use({ actionTimeout: 15_000 });

test('a season, from the first application to a search that says more', async ({ page, browser, request }) => {
  test.setTimeout(300_000);
  const job = newJob();
  await signIn(page, fresh());

  await test.step('an empty start leads to the first application', () => applies(page, job));
  await test.step('two stages, and a rejection', () => isRejected(page, job));
  await test.step('the recruiter answers, and is asked again', () => isAnswered(browser, request, job));
  await test.step('the feedback stands there with its reading', () => reads(page));
  await test.step('a reading is corrected, and the correction taken back', () => corrects(page));
  await test.step('the reflection takes four steps', () => reflects(page, job));
  await test.step('an appraisal says the same', () => addsAppraisal(page));
  await test.step('the thread recurs, with its evidence', () => seesThread(page));
  await test.step('the proposed goal is adopted, and looked at', () => worksOnGoal(page));
  await test.step('the search says what is looked for, and is taken elsewhere', () => searches(page));
});

async function applies(page: Page, job: Job) {
  await expect(page.getByText('Record your first application')).toBeVisible();
  await page.getByRole('link', { name: 'Add an application' }).click();
  await titled(page, 'Add an application');

  await page.getByRole('radiogroup', { name: 'How to add it' }).getByText('Paste a description').click();
  await expect(page.getByRole('radio', { name: 'Paste a description' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Job description' }).fill(job.description);
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue(job.title);
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue(job.company);
  await page.getByRole('textbox', { name: 'Applied on' }).fill(daysAgo(30));
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(job.recruiter);
  await page.getByRole('button', { name: 'Save the application' }).click();

  await titled(page, nameOf(job));
  const theJob = part(page, 'The job');
  await expect(theJob.getByRole('heading', { name: 'Responsibilities 3' })).toBeVisible();
  await expect(theJob.getByRole('heading', { name: 'Requirements 2' })).toBeVisible();
  await expect(item(theJob, 'Write wall texts that families understand')).toBeVisible();
}

async function isRejected(page: Page, job: Job) {
  await addsStage(page, 'First call', daysAgo(20));
  await addsStage(page, 'Panel interview', daysAgo(12));

  await page.getByRole('button', { name: 'Record a rejection' }).click();
  const form = part(page, 'Record a rejection');
  await form.getByRole('textbox', { name: 'Their message' }).fill(MESSAGE);
  await form.getByRole('textbox', { name: 'Received on' }).fill(daysAgo(5));
  await expect(form.getByText(`${job.recruiter} is asked for feedback by e-mail`)).toBeVisible();
  await soundly(page);
  await form.getByRole('button', { name: 'Record the rejection' }).click();

  await expect(part(page, 'The rejection').getByText(MESSAGE)).toBeVisible();
  await expect(part(page, 'The rejection').getByText('after: panel interview')).toBeVisible();
  const asked = part(page, 'Who was asked').getByRole('listitem');
  await expect(asked).toContainText(job.recruiter);
  await expect(asked).toContainText('Waiting');
  await page.reload();
  await expect(part(page, 'The rejection').getByText(MESSAGE)).toBeVisible();
  await expect(item(part(page, 'Stages'), 'Panel interview')).toBeVisible();
}

async function addsStage(page: Page, kind: string, on: string) {
  await page.getByRole('button', { name: 'Add a stage' }).click();
  const form = part(page, 'Add a stage');
  await form.getByRole('combobox', { name: 'Stage' }).selectOption(kind);
  await form.getByRole('textbox', { name: 'On', exact: true }).fill(on);
  await form.getByRole('button', { name: 'Add the stage' }).click();
  await expect(item(part(page, 'Stages'), kind)).toBeVisible();
}

async function isAnswered(browser: Browser, request: Parameters<typeof openInvitation>[1], job: Job) {
  const context = await browser.newContext();
  const recruiter = await context.newPage();
  await openInvitation(recruiter, request, job, 1);
  await recruiter.getByRole('textbox', { name: 'Your feedback' }).fill(GENERIC);
  await recruiter.getByRole('button', { name: 'Send feedback' }).click();
  await titled(recruiter, 'Thank you');
  await expect(recruiter.getByText('one short e-mail will follow')).toBeVisible();

  await openInvitation(recruiter, request, job, 2);
  await expect(recruiter.getByText('One more question')).toBeVisible();
  await recruiter.getByRole('textbox', { name: 'Your feedback' }).fill(IN_DEPTH);
  await recruiter.getByRole('button', { name: 'Send feedback' }).click();
  await expect(recruiter.getByText('more than most people ever hear')).toBeVisible();
  await context.close();
}

async function reads(page: Page) {
  await page.reload();
  await expect(part(page, 'Who was asked').getByText('Answered')).toBeVisible();
  const [latest, first] = [part(page, 'Feedback').getByRole('article').first(), part(page, 'Feedback').getByRole('article').last()];
  await expect(latest.getByText('second answer')).toBeVisible();
  await expect(latest.getByText('Specific', { exact: true })).toBeVisible();
  await expect(latest.getByRole('blockquote')).toContainText('your answers rambled');
  await expect(item(latest, 'Critique').first()).toContainText('Structure of answers, in your hands');
  await expect(item(latest, 'Praise')).toContainText('Preparation');
  await expect(first.getByText('No cause named')).toBeVisible();
  await expect(first.getByText('nothing to hold against yourself')).toBeVisible();
}

async function corrects(page: Page) {
  const critique = item(part(page, 'Feedback'), 'Critique').first();
  const dialog = page.getByRole('dialog', { name: 'Correct how this was read' });
  await critique.getByRole('button', { name: 'Correct: Structure of answers' }).click();
  await dialog.getByRole('combobox', { name: 'What it is about' }).selectOption('Communication');
  await soundly(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(critique).toContainText('Communication, in your hands');
  await expect(critique.getByText('By you')).toBeVisible();

  await page.reload();
  await critique.getByRole('button', { name: 'Correct: Communication' }).click();
  await dialog.getByRole('button', { name: 'As it was read first' }).click();
  await expect(dialog).toBeHidden();
  await expect(critique).toContainText('Structure of answers, in your hands');
  await expect(critique.getByText('By you')).toBeHidden();
}

async function reflects(page: Page, job: Job) {
  const steps = page.getByRole('navigation', { name: 'Steps of the reflection' });
  const stages = page.getByRole('list', { name: 'Stages, the best first' }).getByRole('listitem');
  const panel = page.getByRole('group', { name: 'Panel interview' });
  await page.getByRole('link', { name: 'Look back on it' }).click();
  await titled(page, `Looking back: ${nameOf(job)}`);

  await drags(page, page.getByRole('button', { name: 'Drag: Panel interview' }), page.getByRole('button', { name: 'Drag: First call' }));
  await expect(stages.first()).toContainText('Panel interview');
  await page.getByRole('radio', { name: 'How the first call went: 4 of 5' }).check();
  await page.getByRole('radio', { name: 'How the panel interview went: 2 of 5' }).check();
  await soundly(page);
  await page.getByRole('button', { name: 'Order by rating' }).click();
  await expect(stages.first()).toContainText('First call');

  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(part(page, 'What they said')).toContainText('your answers rambled');
  await soundly(page);
  await panel.getByRole('textbox', { name: 'What to improve' }).fill(TO_IMPROVE);
  await page.reload();
  await expect(panel.getByRole('textbox', { name: 'What to improve' })).toHaveValue(TO_IMPROVE);
  const [, reflection] = /(\/applications\/[^/]+\/reflection)/.exec(page.url()) ?? [];
  await expect.poll(async () => (await page.request.get(`/api/v1${reflection ?? ''}`)).text()).toContain(TO_IMPROVE);
  await steps.getByRole('button', { name: 'Step 1' }).click();
  await expect(stages.first()).toContainText('First call');
  await expect(page.getByRole('radio', { name: 'How the panel interview went: 2 of 5' })).toBeChecked();

  await steps.getByRole('button', { name: 'Step 3' }).click();
  await page.getByRole('radio', { name: 'Could you picture the days?: 4 of 5' }).check();
  await page.getByRole('group', { name: 'Plan travelling exhibitions' }).getByRole('radio', { name: 'Gives me energy' }).check();
  await page.getByRole('group', { name: 'Keep the budget' }).getByRole('radio', { name: 'Costs me energy' }).check();
  await expect(page.getByText(/^What would each part .* 2 of \d so far/)).toBeVisible();

  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Add: Structure of answers' }).click();
  await expect(page.getByRole('combobox', { name: 'Was it in your hands?' })).toHaveValue('CONTROLLABLE');
  await soundly(page);
  await page.getByRole('textbox', { name: 'What will you do differently next time?' }).fill(LESSON);
  await page.getByRole('button', { name: 'Complete the reflection' }).click();

  await expect(part(page, 'What you take from it').getByText(LESSON)).toBeVisible();
  await expect(part(page, 'The stages').getByText(TO_IMPROVE)).toBeVisible();
  await page.reload();
  await expect(part(page, 'What decided it, as you see it')).toContainText('Structure of answers, in your hands');
}

/** Drags one stage to where another is, and lets it go once the page has seen it there; as a hand does, it goes after what moved meanwhile. */
async function drags(page: Page, handle: Locator, to: Locator) {
  await settled(page);
  await handle.hover();
  await page.mouse.down();
  await expect(async () => {
    const place = await to.boundingBox();
    await page.mouse.move((place?.x ?? 0) + (place?.width ?? 0) / 2, (place?.y ?? 0) + (place?.height ?? 0) / 2, { steps: 10 });
    await expect(page.getByText('Panel interview would be number 1 of 2.')).toBeAttached({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await page.mouse.up();
}

async function addsAppraisal(page: Page) {
  await goTo(page, 'Feedback');
  await page.getByRole('button', { name: 'Add feedback' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add feedback from elsewhere' });
  await dialog.getByRole('combobox', { name: 'Where it comes from' }).selectOption('An appraisal');
  await dialog.getByRole('textbox', { name: 'What was said' }).fill(APPRAISAL);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('heading', { name: 'This was read out of it' })).toBeVisible();
  await expect(item(dialog, 'Critique')).toContainText('Structure of answers');
  await soundly(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('article', { name: 'Appraisal, ' })).toContainText('In meetings your answers rambled');
}

async function seesThread(page: Page) {
  await goTo(page, 'Insights');
  const recurring = part(page, 'Threads that recur');
  const thread = recurring.getByRole('button', { name: 'Structure of answers 2 of 2' });
  await expect(thread).toContainText('Recruiter 2, your reflection 2, appraisal 1.');
  await thread.click();
  await soundly(page);
  await expect(recurring.getByRole('blockquote').filter({ hasText: 'your answers rambled' })).toHaveCount(2);
  await expect(recurring.getByRole('figure').filter({ hasText: 'Recruiter, Panel interview' }).first()).toBeVisible();
  await recurring.getByRole('link', { name: 'growth plan' }).click();
  await titled(page, 'Growth plan');
}

async function worksOnGoal(page: Page) {
  const about = { hasText: 'Structure of answers' };
  const proposed = part(page, 'Proposed').getByRole('listitem').filter(about);
  const goal = part(page, 'Working on').getByRole('listitem').filter(about);
  await proposed.getByRole('button', { name: 'Adopt it' }).click();
  await proposed.getByRole('button', { name: 'Adopt the goal' }).click();
  await expect(goal).toContainText('Due ');

  await goal.getByRole('group', { name: 'What to do' }).getByRole('checkbox').first().check();
  await goal.getByRole('button', { name: 'Note how it goes' }).click();
  await goal.getByRole('textbox', { name: 'How it is going' }).fill('Told the loan from Lisbon in two minutes.');
  await goal.getByRole('textbox', { name: 'How far along' }).fill('20');
  await soundly(page);
  await goal.getByRole('button', { name: 'Save' }).click();
  await expect(goal).toContainText('20% by your own feeling');
  await page.reload();
  await expect(goal).toContainText('Told the loan from Lisbon in two minutes.');
  await expect(goal).toContainText('1 of');
}

async function searches(page: Page) {
  await goTo(page, 'Search');
  const wanted = part(page, 'What you look for');
  const elsewhere = part(page, 'Use it elsewhere');
  await expect(elsewhere).toContainText('Your search says nothing yet');
  await wanted.getByRole('button', { name: 'Change it' }).click();
  await addsWord(wanted, 'Titles', 'Exhibition coordinator');
  await addsWord(wanted, 'Words that rule a job out', 'Budget');
  await soundly(page);
  await wanted.getByRole('button', { name: 'Save your search' }).click();
  await expect(wanted).toContainText('Exhibition coordinator');

  await elsewhere.getByRole('combobox', { name: 'Where to' }).selectOption('A search field (AND, OR, NOT)');
  await expect(elsewhere.getByText('"Exhibition coordinator"')).toContainText('NOT');
  await expect(elsewhere.getByRole('heading', { name: 'What gets lost' })).toBeVisible();
  await page.reload();
  await expect(wanted).toContainText('Budget');
}

async function addsWord(form: Locator, list: string, word: string) {
  await form.getByRole('combobox', { name: list }).fill(word);
  await form.getByRole('combobox', { name: list }).press('Enter');
}
