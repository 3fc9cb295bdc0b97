import { expect, test, type Page } from '@playwright/test';
import { complaints, pictures, seasoned, signIn } from './whole';

interface Applications {
  items: { id: string; status: string }[];
}

const PAGES: [name: string, path: string][] = [
  ['today', '/'],
  ['applications', '/applications'],
  ['new-application', '/applications/new'],
  ['pasted-application', '/applications/new?by=paste'],
  ['import', '/applications/import'],
  ['application', '/applications/REJECTED'],
  ['open-application', '/applications/ACTIVE'],
  ['reflection', '/applications/REJECTED/reflection'],
  ['preparation', '/applications/ACTIVE/preparation'],
  ['feedback', '/feedback'],
  ['requests', '/feedback?show=requests'],
  ['insights', '/insights'],
  ['growth-plan', '/growth-plan'],
  ['search', '/search'],
  ['data', '/data'],
  ['no-such-page', '/search/nothing'],
];

const OUTSIDE: [name: string, path: string][] = [
  ['welcome', '/'],
  ['invitation-code', '/f'],
];

test('every page of a candidate with a season', async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, seasoned);
  const { items } = (await (await page.request.get('/api/v1/applications?limit=200')).json()) as Applications;
  const idOf = (status: string) => items.find((one) => one.status === status)?.id ?? '';

  for (const [name, path] of PAGES) {
    await test.step(name, async () => {
      const complained = complaints(page);
      await page.goto(path.replace('REJECTED', idOf('REJECTED')).replace('ACTIVE', idOf('ACTIVE')));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await pictures(page, name);
      expect.soft(complained, 'what the browser says').toEqual([]);
    });
  }
});

test('the pages for those outside', async ({ page }) => {
  for (const [name, path] of OUTSIDE) {
    await test.step(name, async () => {
      const complained = complaints(page);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await pictures(page, name);
      expect.soft(complained, 'what the browser says').toEqual([]);
    });
  }
  await page.goto('/login');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await pictures(page, 'sign-in');
});
