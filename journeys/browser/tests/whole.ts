import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';

function setting(name: string, otherwise: string): string {
  return process.env[name] ?? otherwise;
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A candidate with a season behind them; the password is the name, as with all others here. */
export const seasoned = setting('REBOUND_SEASONED', 'candidate');

/** A candidate who has just come. */
export function fresh(): string {
  return ofThisGo('REBOUND_FRESH');
}

/** A candidate who will leave. */
export function leaving(): string {
  return ofThisGo('REBOUND_LEAVING');
}

/** A test that is tried again begins with somebody else, as it did the first time. */
function ofThisGo(name: string): string {
  const candidates = setting(name, 'candidate2').split(',');
  return candidates[test.info().retry] ?? '';
}

const feedbackService = setting('REBOUND_FEEDBACK', 'http://localhost:8082');

/** Signs in on Keycloak's page, which the browser is on or is sent to. */
export async function signIn(page: Page, user: string, to = '/'): Promise<void> {
  await page.goto(to === '/' ? '/login' : to);
  await page.getByLabel('Username or email').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(user);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Waits until all is loaded. */
export async function loaded(page: Page): Promise<void> {
  // By its attributes: at first it is there and not to be seen.
  await expect(page.locator('[role="status"][aria-label="Loading"], main [aria-busy="true"]')).toHaveCount(0);
}

/** Waits until all is loaded, and nothing grows any more. */
export async function settled(page: Page): Promise<void> {
  await loaded(page);
  let size = '';
  await expect
    .poll(async () => {
      const before = size;
      size = await page.evaluate(() => `${document.documentElement.scrollWidth} x ${document.documentElement.scrollHeight}`);
      return size === before;
    }, { intervals: [300] })
    .toBe(true);
}

/** Leaves one picture of a page as it is. */
export async function picture(page: Page, name: string, colorScheme: 'dark' | 'light' = 'light'): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.emulateMedia({ colorScheme });
  await settled(page);
  await page.screenshot({ path: `../target/pages/${name}-${width > 1000 ? 'wide' : 'phone'}-${colorScheme}.png`, fullPage: true });
}

/**
 * Leaves pictures of a page as it is, in light and where there is room in dark as well; what that changes is colours alone,
 * which are those of the phone too. Nobody is kept out, and nothing is too wide.
 */
export async function pictures(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? WIDE;
  await picture(page, name, 'light');
  expect.soft(await barriers(page), 'barriers, light').toEqual([]);
  if (width === WIDE.width) {
    await picture(page, name, 'dark');
    expect.soft(await barriers(page, true), 'barriers, dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
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

/**
 * Collects what the browser complains about on the pages of an origin, each with where it was; to be looked at when the
 * pages are done.
 *
 * @param but what is left out
 */
export function complaints(context: BrowserContext, origin: string, but: RegExp): string[] {
  const found: string[] = [];
  const note = (page: Page | null, text: string) => {
    const at = new URL(page?.url() || 'about:blank');
    if (at.origin === origin && !but.test(text)) {
      found.push(`${at.pathname}: ${text}`);
    }
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      note(message.page(), message.text());
    }
  });
  context.on('weberror', (thrown) => note(thrown.page(), String(thrown.error())));
  return found;
}

/**
 * How a page came up: when its first words were there, in milliseconds, and how much moved while it loaded, from 0 to
 * about 1. What moves after somebody did something is not counted.
 */
export async function comingUp(page: Page): Promise<{ firstPaint: number; shift: number }> {
  return page.evaluate(async () => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
    let shift = 0;
    const add = (entries: PerformanceEntry[]) => {
      for (const { value, hadRecentInput } of entries as Shift[]) {
        shift += hadRecentInput ? 0 : value;
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What was before is told a moment later.
    await new Promise((told) => setTimeout(told, 50));
    add(observer.takeRecords());
    observer.disconnect();
    return { firstPaint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0), shift };
  });
}

/** What axe does not call serious and is looked at all the same: whoever hears a page finds their way by these. */
const WAYS = /^(page-has-heading-one|heading-order|region|landmark-.+)$/;

/**
 * What stands in the way of somebody: what axe calls serious or critical, and what is wrong with headings and landmarks.
 *
 * @param colours whether to look at contrast alone
 */
export async function barriers(page: Page, colours = false): Promise<string[]> {
  // It reads style sheets ahead for one rule that is not asked for, which fails without a connection.
  const axe = new AxeBuilder({ page }).options({ preload: false });
  const { violations } = await (colours ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || WAYS.test(id))
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
