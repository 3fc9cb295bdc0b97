import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

function setting(name: string, otherwise: string): string {
  return process.env[name] ?? otherwise;
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A candidate with a season behind them, and one who has just come; each one's password is the name. */
export const seasoned = setting('REBOUND_SEASONED', 'candidate');
export const fresh = setting('REBOUND_FRESH', 'candidate2');

/** A candidate who will leave. */
export const leaving = setting('REBOUND_LEAVING', 'candidate2');

const feedbackService = setting('REBOUND_FEEDBACK', 'http://localhost:8082');

/** Signs in on Keycloak's page, which the browser is on or is sent to. */
export async function signIn(page: Page, user: string, to = '/'): Promise<void> {
  await page.goto(to === '/' ? '/login' : to);
  await page.getByLabel('Username or email').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(user);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Waits until all is loaded, and nothing grows any more. */
export async function settled(page: Page): Promise<void> {
  // By its attributes: at first it is there and not to be seen.
  await expect(page.locator('[role="status"][aria-label="Loading"]')).toHaveCount(0);
  let size = '';
  await expect
    .poll(async () => {
      const before = size;
      size = await page.evaluate(() => `${document.documentElement.scrollWidth} x ${document.documentElement.scrollHeight}`);
      return size === before;
    }, { intervals: [300] })
    .toBe(true);
}

/** Leaves pictures of a page as it is, in light and in dark; what the second changes is colours alone. Nobody is kept out, and nothing is too wide. */
export async function pictures(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await page.screenshot({ path: `../target/pages/${name}-${width > 1000 ? 'wide' : 'phone'}-${colorScheme}.png`, fullPage: true });
    expect.soft(await barriers(page, colorScheme === 'light'), `barriers, ${colorScheme}`).toEqual([]);
  }
  await fits(page);
}

/** Leaves pictures of what is hard to come to a second time, wide and as on a phone. */
export async function picturesAtBothWidths(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const viewport of [PHONE, WIDE]) {
    await page.setViewportSize(viewport);
    await pictures(page, name);
  }
  await page.setViewportSize(before ?? WIDE);
}

/** Nothing is wider than the screen. */
export async function fits(page: Page): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'pixels to scroll sideways').toBeLessThanOrEqual(0);
}

/** Collects what the browser complains about; to be looked at when the page is done. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      found.push(message.text());
    }
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}

/**
 * What stands in the way of somebody: only what axe calls serious or critical.
 *
 * @param colours whether to look at contrast alone
 */
export async function barriers(page: Page, colours = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (colours ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

interface Letter {
  to: string;
  links: string[];
}

/** The link of the newest letter to an address, once there are so many; on the origin under test. */
export async function invitation(request: APIRequestContext, to: string, letters: number): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const mailbox = (await (await request.get(`${feedbackService}/dev/mailbox`)).json()) as Letter[];
      const theirs = mailbox.filter((letter) => letter.to === to);
      link = theirs[0]?.links[0] ?? '';
      return theirs.length;
    })
    .toBe(letters);
  return `/f${link.slice(link.indexOf('#'))}`;
}
