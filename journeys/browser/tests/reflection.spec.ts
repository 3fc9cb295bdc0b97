import type { Page } from '@playwright/test';
import { rejected, titled } from './steps';
import { expect, test } from './watched';
import { picturesAtBothWidths, seasoned, signIn } from './whole';

test('of a reflection that was changed in two places, whoever wrote it chooses what stays', async ({ page, context, browser }) => {
  const { company, title } = await rejected(browser, seasoned);
  await signIn(page, seasoned);
  const { items } = (await (await page.request.get(`/api/v1/applications?q=${encodeURIComponent(company)}`)).json()) as { items: { id: string }[] };
  const reflection = `/applications/${items[0]?.id ?? ''}/reflection?step=4`;
  const other = await context.newPage();
  for (const one of [page, other]) {
    await one.goto(reflection);
    await titled(one, `Looking back: ${title} at ${company}`);
  }

  await lesson(other).fill('Ask what the budget is for.');
  await expect(other.getByText('Saved', { exact: true })).toBeVisible();
  await lesson(page).fill('Tell it in two minutes.');
  const choice = page.getByRole('alert').filter({ hasText: 'This was changed elsewhere' });
  await expect(choice).toBeVisible();
  await picturesAtBothWidths(page, 'changed-elsewhere');
  await choice.getByRole('button', { name: 'Keep mine' }).click();
  await expect(choice).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await lesson(other).fill('Ask what the budget is for, and who decides.');
  const theirs = other.getByRole('alert').filter({ hasText: 'This was changed elsewhere' });
  await theirs.getByRole('button', { name: 'Load what is there now' }).click();
  await expect(lesson(other)).toHaveValue('Tell it in two minutes.');
});

function lesson(page: Page) {
  return page.getByRole('textbox', { name: 'What will you do differently next time?' });
}
