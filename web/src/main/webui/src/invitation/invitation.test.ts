// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const SERVED = '../resources';
const SCRIPT = `${SERVED}/META-INF/resources/assets/invitation.js`;
const TOKEN = 'a-token-of-twenty-letters';

/** The page as the browser has it, without what the server fills in. */
function page(): string {
  const template = (name: string) => readFileSync(`${SERVED}/templates/${name}.html`, 'utf8');
  const [, body = ''] = /<body>(.*)<\/body>/s.exec(template('layout')) ?? [];
  const invitation = template('invitation').replace(/\{#include invitation\/code why="([^"]*)"[^{}]*\}/, (_, why: string) =>
    template('invitation/code').replace('{why}', why),
  );
  return body.replace('{#insert}{/}', invitation).replace(/\{[^{}]*\}/g, '');
}

let listening: [type: string, listener: EventListenerOrEventListenerObject][] = [];

beforeEach(() => {
  const { addEventListener } = window;
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject) => {
    listening.push([type, listener]);
    addEventListener(type, listener);
  });
  vi.stubGlobal('fetch', vi.fn(async () => Response.json({ posting: { title: 'Ferryman' } })));
  document.body.innerHTML = page();
  // Nothing hears of it: the page is opened at this address.
  history.replaceState(null, '', `#${TOKEN}`);
});

afterEach(() => {
  // The window outlives the page, and what listens there is of the page.
  for (const [type, listener] of listening) {
    window.removeEventListener(type, listener);
  }
  listening = [];
});

/** The script has come, and has opened the invitation. */
async function opened(): Promise<HTMLElement> {
  new Function(readFileSync(SCRIPT, 'utf8'))();
  const asking = part('asking');
  await vi.waitFor(() => expect(asking.hidden).toBe(false));
  return asking;
}

function part<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** What was sent to decline. */
function declined(): unknown[] {
  return vi.mocked(fetch).mock.calls.filter(([address]) => String(address).endsWith('/decline')).map(([, sent]) => JSON.parse(String(sent?.body)));
}

it('says where to paste the link until its script has come', async () => {
  const opening = part('opening');
  expect(opening.hidden).toBe(false);
  expect(opening.textContent).toContain('If nothing happens');
  const form = opening.querySelector('form');
  expect(form?.closest('noscript')).toBeNull();
  expect(form?.getAttribute('method')).toBe('post');
  expect(form?.getAttribute('action')).toBe('/f/open');
  part<HTMLInputElement>('plain-code').value = 'half a link';

  await opened();

  expect(opening.hidden).toBe(true);
  expect(opening.querySelector('form')).toBeNull();
  expect(part<HTMLInputElement>('code').value).toBe('half a link');
});

it('declines at once where nothing was written', async () => {
  await opened();
  part('decline-open').click();
  expect(part('decline-hint').textContent).toContain('It cannot be taken back, and what you wrote above is not sent.');

  part<HTMLInputElement>('reason').value = 'Not allowed here.';
  part('decline-send').click();

  await vi.waitFor(() => expect(part('done').hidden).toBe(false));
  expect(declined()).toEqual([{ token: TOKEN, reason: 'Not allowed here.' }]);
});

it('asks before it declines and loses what was written', async () => {
  await opened();
  part<HTMLTextAreaElement>('comments').value = 'The case stopped before the costs.';
  part('decline-open').click();

  part('decline-send').click();
  expect(part('sure').hidden).toBe(false);
  expect(document.activeElement).toBe(part('sure-question'));
  expect(declined()).toEqual([]);

  part('sure-no').click();
  expect(part('sure').hidden).toBe(true);
  expect(document.activeElement).toBe(part('comments'));
  expect(part<HTMLTextAreaElement>('comments').value).toBe('The case stopped before the costs.');

  part('decline-send').click();
  part('sure-yes').click();
  await vi.waitFor(() => expect(part('done').hidden).toBe(false));
  expect(declined()).toEqual([{ token: TOKEN }]);
});

it('skips to the content without losing the invitation', async () => {
  const asking = await opened();

  document.querySelector<HTMLElement>('a.skip')?.click();

  await vi.waitFor(() => expect(document.activeElement?.id).toBe('main'));
  expect(window.location.hash).toBe(`#${TOKEN}`);
  expect(asking.hidden).toBe(false);
});
