import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { goTo, part, soundly, titled, unique } from './steps';
import { expect, test } from './watched';
import { leaving, pictures, picturesAtBothWidths, seasoned, signIn } from './whole';

test.use({ actionTimeout: 15_000 });

test('applications come in from a file, and go out to one', async ({ page }) => {
  const run = unique();
  const file = {
    name: 'my-search.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'Position,Employer,Date applied,Status,Rejected on,Message,Priority',
        `Lighthouse keeper,Nordwind ${run},2026-09-01,rejected,2026-09-20,"No, sorry.",high`,
        `Pilot,Nordwind ${run},2026-09-02,applied,,,`,
        `"=HYPERLINK(""http://example.org"")",Nordwind ${run},2026-09-03,,,,`,
        `Cook,Nordwind ${run},3.9.2026,,,,`,
        `Pilot,Nordwind ${run},2026-09-02,,,,`,
      ].join('\n'),
    ),
  };
  await signIn(page, seasoned);
  await page.goto('/applications');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await titled(page, 'Import applications');
  await page.getByText('Which columns a file may have').click();
  await soundly(page);

  const input = page.getByLabel('Choose a file');
  await input.setInputFiles({ ...file, name: 'my-search.xlsx' });
  await expect(page.getByRole('alert')).toContainText('is not a CSV file');
  await soundly(page);
  await input.setInputFiles(file);
  const preview = part(page, 'What would happen');
  await expect(preview).toContainText('3 applications would be added. 1 line is recorded already and stays as it is. 1 line cannot be taken.');
  await expect(preview).toContainText('Date applied must be a day such as 2026-10-01.');
  await expect(preview).toContainText('It is the same application as line 3.');
  await pictures(page, 'import-preview');

  await preview.getByRole('button', { name: 'Import 3 applications' }).click();
  const report = part(page, 'What happened');
  await expect(report).toContainText('3 applications were added.');
  await pictures(page, 'import-report');
  await report.getByRole('button', { name: 'Import another file' }).click();
  await input.setInputFiles(file);
  await expect(preview).toContainText('There is nothing to add. 4 lines are recorded already and stay as they are.');

  await page.goto(`/applications?q=${run}`);
  await expect(page.getByText('3 applications', { exact: true })).toBeVisible();
  const out = await text(await downloaded(page, 'Export as CSV'));
  expect(out).toContain(`Lighthouse keeper,Nordwind ${run}`);
  expect(out).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  await input.or(page.getByRole('link', { name: 'Import', exact: true })).click();
  await input.setInputFiles({ name: 'applications.csv', mimeType: 'text/csv', buffer: Buffer.from(out) });
  await expect(preview).toContainText('There is nothing to add.');
});

test('whoever leaves takes everything along, and nothing is left', async ({ page }) => {
  test.setTimeout(180_000);
  const title = `Archivist ${unique()}`;
  await signIn(page, leaving());
  await page.goto('/applications/new');
  await page.getByRole('textbox', { name: 'Job title' }).fill(title);
  await page.getByRole('textbox', { name: 'Company' }).fill('Northgate Museum');
  await page.getByRole('button', { name: 'Applied today' }).click();
  await page.getByRole('button', { name: 'Save the application' }).click();
  await titled(page, title);

  await page.goto('/data');
  const held: unknown = JSON.parse(await text(await downloaded(page, 'Download everything')));
  expect(JSON.stringify(held)).toContain(title);
  expect(held).toMatchObject({ application: {}, feedback: {}, insights: {} });

  const erasing = part(page, 'Erase everything');
  await erasing.getByRole('button', { name: 'Erase everything …' }).click();
  await erasing.getByRole('button', { name: 'Erase everything for good' }).click();
  await expect(erasing.getByText('Type the word erase, if that')).toBeVisible();
  await picturesAtBothWidths(page, 'erasing');
  await erasing.getByRole('textbox', { name: 'type the word erase' }).fill('erase');
  await erasing.getByRole('button', { name: 'Erase everything for good' }).click();
  await expect(part(page, 'Everything is being erased')).toBeVisible();
  await page.reload();
  await expect(part(page, 'Everything is erased')).toContainText('Nothing is held of you any more.', { timeout: 90_000 });
  await picturesAtBothWidths(page, 'erased');
  await page.getByRole('button', { name: 'Sign out now' }).click();
  await titled(page, 'A rejection can tell you where to go next.');
});

test('what a lost connection and an ended session leave', async ({ page, context }) => {
  const title = `Ferryman ${unique()}`;
  await signIn(page, seasoned);
  await goTo(page, 'Applications');
  await page.getByRole('link', { name: 'Add an application' }).click();
  await page.getByRole('textbox', { name: 'Job title' }).fill(title);
  await page.getByRole('textbox', { name: 'Company' }).fill('Northgate Ferries');
  await page.getByRole('button', { name: 'Applied today' }).click();

  await context.setOffline(true);
  await expect(page.getByText('You are offline. Keep this tab open')).toBeVisible();
  await page.getByRole('button', { name: 'Save the application' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You are offline. It was not sent' })).toBeVisible();
  await picturesAtBothWidths(page, 'offline');
  await context.setOffline(false);
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue(title);

  await context.clearCookies();
  await page.getByRole('button', { name: 'Save the application' }).click();
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(ended).toBeVisible();
  await picturesAtBothWidths(page, 'session-ended');
  const [window] = await Promise.all([context.waitForEvent('page'), ended.getByRole('button', { name: 'Sign in again' }).click()]);
  await signsInAgain(window);
  await titled(page, title);
});

async function signsInAgain(window: Page) {
  await window.getByLabel('Username or email').fill(seasoned);
  await window.getByLabel('Password', { exact: true }).fill(seasoned);
  await window.getByRole('button', { name: 'Sign in' }).click();
}

async function downloaded(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return download;
}

async function text(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
