// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';

const SERVED = '../resources';
const SCRIPT = `${SERVED}/META-INF/resources/assets/invitation.js`;
const TOKEN = 'a-token-of-twenty-letters';

/** The page as the browser has it, without what the server fills in. */
function page(): string {
  const template = (name: string) => readFileSync(`${SERVED}/templates/${name}.html`, 'utf8');
  const [, body = ''] = /<body>(.*)<\/body>/s.exec(template('layout')) ?? [];
  return body.replace('{#insert}{/}', template('invitation')).replace(/\{[^{}]*\}/g, '');
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', vi.fn(async () => Response.json({ posting: { title: 'Ferryman' } })));
  document.body.innerHTML = page();
  window.location.hash = TOKEN;
});

it('skips to the content without losing the invitation', async () => {
  new Function(readFileSync(SCRIPT, 'utf8'))();
  const asking = document.getElementById('asking') as HTMLElement;
  await vi.waitFor(() => expect(asking.hidden).toBe(false));

  document.querySelector<HTMLElement>('a.skip')?.click();

  await vi.waitFor(() => expect(document.activeElement?.id).toBe('main'));
  expect(window.location.hash).toBe(`#${TOKEN}`);
  expect(asking.hidden).toBe(false);
});
