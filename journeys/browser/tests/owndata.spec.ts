import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { part, soundly, titled, unique } from './steps';
import { pictures, seasoned, signIn } from './whole';

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
  await soundly(page);
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

async function downloaded(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return download;
}

async function text(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
