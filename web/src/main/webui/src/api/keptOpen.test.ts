// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AGAIN_MS, keptOpen, SPREAD_MS } from './keptOpen';

/** A stream whose server the test is. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 0;

  constructor(readonly address: string) {
    super();
    Stream.all.push(this);
  }

  accept() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  refuse() {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event('error'));
  }

  close() {
    this.readyState = Stream.CLOSED;
  }
}

const reopened = vi.fn();
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  Stream.all = [];
  reopened.mockReset();
  end = keptOpen({ address: '/stream', listen: () => {}, reopened });
});
afterEach(() => {
  end();
  hide(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function last(): Stream {
  return Stream.all.at(-1) as Stream;
}

it('asks again after a refusal, and says that it may have missed something', () => {
  last().accept();
  expect(reopened).not.toHaveBeenCalled();

  last().refuse();
  vi.advanceTimersByTime(AGAIN_MS - 1);
  expect(Stream.all).toHaveLength(1);
  vi.advanceTimersByTime(SPREAD_MS + 1);
  expect(Stream.all).toHaveLength(2);
  last().accept();

  expect(reopened).toHaveBeenCalledTimes(1);
});

it('does not wait once the network is back', () => {
  last().refuse();

  window.dispatchEvent(new Event('online'));

  expect(Stream.all).toHaveLength(2);
});

it('does not wait once somebody has signed in again', async () => {
  last().refuse();
  vi.useRealTimers();

  const channel = new BroadcastChannel('rebound-session');
  channel.postMessage('ann');

  await vi.waitFor(() => expect(Stream.all).toHaveLength(2));
  channel.close();
});

it('is closed while nobody sees the page', () => {
  last().accept();
  hide(true);
  expect(last().readyState).toBe(Stream.CLOSED);

  hide(false);
  last().accept();

  expect(Stream.all).toHaveLength(2);
  expect(reopened).toHaveBeenCalledTimes(1);
});

it('leaves a stream alone that the browser is mending', () => {
  last().accept();
  last().dispatchEvent(new Event('error'));

  window.dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(AGAIN_MS + SPREAD_MS);
  last().accept();

  expect(Stream.all).toHaveLength(1);
  expect(reopened).not.toHaveBeenCalled();
});

it('stays closed once it has ended', () => {
  last().refuse();
  end();

  vi.advanceTimersByTime(AGAIN_MS + SPREAD_MS);
  window.dispatchEvent(new Event('online'));

  expect(Stream.all).toHaveLength(1);
});
