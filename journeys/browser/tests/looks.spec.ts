import type { Page } from '@playwright/test';
import { expect, test } from './watched';
import { barriers, comingUp, fits, fresh, loaded, picture, pictures, seasoned, signIn } from './whole';

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

/** What a candidate comes to who has nothing yet. */
const EMPTY: [name: string, path: string][] = [
  ['today', '/'],
  ['applications', '/applications'],
  ['feedback', '/feedback'],
  ['insights', '/insights'],
  ['growth-plan', '/growth-plan'],
  ['search', '/search'],
];

/** The steps of a reflection that are behind the first. */
const STEPS = [2, 3, 4];

/** Up to so much may move while a page loads, without anybody losing their place. */
const STILL = 0.1;

// On these pages nothing is refused, so whatever does not come is looked at too.
test.use({ refusals: false });

/** After so long, what is below a part that is still being read is shown without it, and moves when that comes; see rebound.css. */
const PATIENCE_MS = 2_000;

/** Goes to a page, and says how it came up; how fast that was depends on the machine and is only told. */
async function open(page: Page, name: string, path: string): Promise<void> {
  const begun = Date.now();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await loaded(page);
  const took = Date.now() - begun;
  const { firstPaint, shift } = await comingUp(page);
  console.log(`${name}: first words after ${firstPaint} ms, ${shift.toFixed(3)} moved`);
  if (took < PATIENCE_MS) {
    expect.soft(shift, `what moves while ${name} loads`).toBeLessThan(STILL);
  }
}

test('every page of a candidate with a season', async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, seasoned);
  const { items } = (await (await page.request.get('/api/v1/applications?limit=200')).json()) as Applications;
  const idOf = (status: string) => items.find((one) => one.status === status)?.id ?? '';

  for (const [name, path] of PAGES) {
    await test.step(name, async () => {
      await open(page, name, path.replace('REJECTED', idOf('REJECTED')).replace('ACTIVE', idOf('ACTIVE')));
      await pictures(page, name);
    });
  }
  for (const step of STEPS) {
    await test.step(`reflection, step ${step}`, async () => {
      await open(page, `reflection-${step}`, `/applications/${idOf('ACTIVE')}/reflection?step=${step}`);
      await picture(page, `reflection-${step}`);
      await fits(page);
    });
  }
});

test('every main page of a candidate who has just come', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, fresh());
  for (const [name, path] of EMPTY) {
    await test.step(name, async () => {
      await open(page, `${name}, empty`, path);
      await picture(page, `${name}-empty`);
      expect.soft(await barriers(page), 'barriers').toEqual([]);
      await fits(page);
    });
  }
});

test('a brief on paper', async ({ page }) => {
  await signIn(page, seasoned);
  const { items } = (await (await page.request.get('/api/v1/applications?status=ACTIVE')).json()) as Applications;
  await page.goto(`/applications/${items[0]?.id ?? ''}/preparation`);
  await expect(page.getByRole('heading', { name: 'Practise', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await picture(page, 'preparation-print');
});

test('the pages for those outside', async ({ page }) => {
  for (const [name, path] of OUTSIDE) {
    await test.step(name, async () => {
      await open(page, name, path);
      await pictures(page, name);
    });
  }
  await page.goto('/login');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await pictures(page, 'sign-in');
});
