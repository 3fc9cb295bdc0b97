import { expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { createBase, Elsewhere } from './base';

type View = Awaited<ReturnType<Parameters<typeof createBase>[0]['read']>>;

function view(lessons: string, etag: string): View {
  return { content: { lessons }, etag } as View;
}

function setUp(now: View) {
  const sent: (string | undefined)[] = [];
  const tell = vi.fn();
  const base = createBase({ etag: '"1"', read: () => Promise.resolve(now), wording: (form) => form?.lessons ?? '', tell });
  const change = (lessons: string, answer: View | Problem) =>
    base.change({ lessons }, (ifMatch) => {
      sent.push(ifMatch['If-Match']);
      const moved = ifMatch['If-Match'] !== now.etag && sent.length > 1;
      if (answer instanceof Problem) {
        return Promise.reject(answer);
      }
      return moved ? Promise.reject(new Problem(412, 'It has moved on.')) : Promise.resolve(answer);
    });
  return { base, change, sent, tell };
}

it('changes what it knows, and knows then what came of it', async () => {
  const { change, sent, tell } = setUp(view('a', '"2"'));

  await change('a', view('a', '"2"'));
  await change('b', view('b', '"3"'));

  expect(sent).toEqual(['"1"', '"2"']);
  expect(tell.mock.calls).toEqual([['"2"'], ['"3"']]);
});

it('does not take its own change, whose answer was lost, for one from elsewhere', async () => {
  const { change, sent } = setUp(view('a', '"2"'));
  await change('a', new Problem(0, 'Nobody answers.')).catch(() => {});

  await change('ab', view('ab', '"3"'));

  expect(sent).toEqual(['"1"', '"1"', '"2"']);
});

it('changes nothing where it was changed elsewhere, and says what is there', async () => {
  const theirs = view('theirs', '"7"');
  const { change, base, sent } = setUp(theirs);
  const refused = await change('mine', new Problem(412, 'It has moved on.')).catch((it: unknown) => it);

  expect(refused).toBeInstanceOf(Elsewhere);
  expect((refused as Elsewhere).view).toBe(theirs);

  base.take('"7"');
  await change('mine', view('mine', '"8"'));
  expect(sent).toEqual(['"1"', '"7"']);
});

it('knows its own change after the page was loaded anew while it was on its way', async () => {
  let stored: string[] | undefined;
  const unsure = { read: () => stored, write: (sent: string[]) => (stored = sent), clear: () => (stored = undefined) };
  const options = { etag: '"1"', wording: (form: { lessons?: string } | undefined) => form?.lessons ?? '', tell: () => undefined, unsure };
  const sent: (string | undefined)[] = [];
  void createBase({ ...options, read: () => Promise.reject(new Error('gone')) }).change({ lessons: 'a' }, () => new Promise(() => undefined));

  await createBase({ ...options, read: () => Promise.resolve(view('a', '"2"')) }).change({ lessons: 'ab' }, (ifMatch) => {
    sent.push(ifMatch['If-Match']);
    return sent.length === 1 ? Promise.reject(new Problem(412, 'It has moved on.')) : Promise.resolve(view('ab', '"3"'));
  });

  expect(sent).toEqual(['"1"', '"2"']);
  expect(stored).toBeUndefined();
});
