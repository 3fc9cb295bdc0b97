import type { Locator, Page } from '@playwright/test';
import { IN_DEPTH, item, newJob, openInvitation, part, rejected, titled, unique } from './steps';
import { expect, test } from './watched';
import { seasoned } from './whole';

/** So many stops are more than any page has. */
const MOST = 250;

const MESSAGE = 'We will not go on with your application.';

test.use({ actionTimeout: 15_000 });

test('by the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  const title = `Archivist ${unique()}`;
  const { company } = newJob();

  await test.step('sign in', () => signsIn(page));
  await test.step('skip to the content', () => skips(page));
  await test.step('add an application', () => adds(page, title, company));
  await test.step('find and open it', () => opens(page, title, company));
  await test.step('two stages, and a rejection', () => isRejected(page));
  await test.step('order the stages', () => orders(page));
  await test.step('sign out', () => signsOut(page));
});

test('an invitation is answered by the keyboard alone', async ({ page, browser, request }) => {
  const job = await rejected(browser, seasoned);
  const comments = page.getByRole('textbox', { name: 'Your feedback' });
  const panel = page.getByRole('radiogroup', { name: 'Panel interview' });
  await openInvitation(page, request, job, 1);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await press(page, page.getByRole('button', { name: 'Send feedback' }));
  await expect(comments).toBeFocused();
  await page.keyboard.type(IN_DEPTH);
  await expect(page.getByText('The candidate can act on this. Thank you.')).toBeVisible();
  await reach(page, panel.getByRole('radio', { name: 'no rating' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: '2' })).toBeChecked();

  await press(page, page.getByRole('button', { name: 'Send feedback' }));
  await titled(page, 'Thank you');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

async function signsIn(page: Page) {
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Sign in or register' }));
  await titled(page, 'Sign in');
  await reach(page, page.getByLabel('Username or email'));
  await page.keyboard.type(seasoned);
  await reach(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(seasoned);
  await page.keyboard.press('Enter');
  await titled(page, 'Today');
}

async function skips(page: Page) {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}

async function adds(page: Page, title: string, company: string) {
  await press(page, page.getByRole('link', { name: 'Applications', exact: true }), 'Shift+Tab');
  await titled(page, 'Applications');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, page.getByRole('link', { name: 'Add an application' }));
  await titled(page, 'Add an application');

  await reach(page, page.getByRole('radio', { name: 'Type it in' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Paste a description' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await reach(page, page.getByRole('textbox', { name: 'Job title' }));
  await page.keyboard.type(title);
  await reach(page, page.getByRole('textbox', { name: 'Company' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say who it is with.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Company' })).toBeFocused();
  await page.keyboard.type(company);
  await press(page, page.getByRole('button', { name: 'Applied today' }));
  await press(page, page.getByRole('button', { name: 'Save the application' }));
  await titled(page, `${title} at ${company}`);
}

async function opens(page: Page, title: string, company: string) {
  await press(page, page.getByRole('link', { name: 'Applications', exact: true }), 'Shift+Tab');
  await titled(page, 'Applications');
  await reach(page, page.getByRole('searchbox', { name: 'Search' }));
  await page.keyboard.type(title);
  await expect(page.getByText('1 application', { exact: true })).toBeVisible();
  await press(page, page.getByRole('table', { name: 'Applications' }).getByRole('link', { name: title }));
  await titled(page, `${title} at ${company}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

async function isRejected(page: Page) {
  await addsStage(page, 'First call');
  await addsStage(page, 'Panel interview');
  await press(page, page.getByRole('button', { name: 'Record a rejection' }));
  await expect(page.getByRole('textbox', { name: 'Their message' })).toBeFocused();
  await page.keyboard.type(MESSAGE);
  await press(page, page.getByRole('button', { name: 'Record the rejection' }));
  await expect(part(page, 'The rejection').getByText(MESSAGE)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

async function addsStage(page: Page, kind: string) {
  await press(page, page.getByRole('button', { name: 'Add a stage' }), 'Tab', 'Space');
  const stage = page.getByRole('combobox', { name: 'Stage' });
  await expect(stage).toBeFocused();
  await page.keyboard.type(kind);
  await press(page, page.getByRole('button', { name: 'Add the stage' }));
  await expect(item(part(page, 'Stages'), kind)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

async function orders(page: Page) {
  await press(page, page.getByRole('link', { name: 'Look back on it' }));
  const stages = page.getByRole('list', { name: 'Stages, the best first' }).getByRole('listitem');
  await expect(stages).toHaveCount(2);
  await expect(stages.first()).toContainText('First call');

  await press(page, page.getByRole('button', { name: 'Move up: Panel interview' }));
  await expect(stages.first()).toContainText('Panel interview');
  await expect(page.getByText('Panel interview is now number 1 of 2.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Move down: Panel interview' })).toBeFocused();

  await press(page, page.getByRole('button', { name: 'Drag: First call' }), 'Tab', 'Space');
  await expect(page.getByText('First call would be number 2 of 2.')).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('First call would be number 1 of 2.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(stages.first()).toContainText('First call');

  await reach(page, page.getByRole('radio', { name: 'How the first call went: 1 of 5' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'How the first call went: 3 of 5' })).toBeChecked();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(stages.first()).toContainText('First call');
  await expect(page.getByRole('radio', { name: 'How the first call went: 3 of 5' })).toBeChecked();
}

async function signsOut(page: Page) {
  await press(page, page.getByRole('button', { name: 'Sign out' }));
  await titled(page, 'A rejection can tell you where to go next.');
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
}

/** Goes from stop to stop until the focus is on this. */
async function reach(page: Page, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeAttached();
  for (let stops = 0; stops < MOST && !(await focused(target)); stops++) {
    await page.keyboard.press(by);
  }
  await expect(target).toBeFocused();
}

async function press(page: Page, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab', key: 'Enter' | 'Space' = 'Enter') {
  await reach(page, target, by);
  await page.keyboard.press(key);
}

function focused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
