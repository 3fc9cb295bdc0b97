import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { AGAIN_MS, createSaver, PAUSE_MS, type Standing } from './saver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(save: (value: string) => Promise<unknown>) {
  const told: Standing[] = [];
  return { told, saver: createSaver<string>({ save, tell: (standing) => told.push(standing) }) };
}

it('saves the last of what was typed, after a pause', async () => {
  const save = vi.fn(() => Promise.resolve());
  const { saver, told } = setUp(save);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls).toEqual([['ab']]);
  expect(told).toEqual(['saving', 'saved']);
});

it('never has two on their way, and saves what was typed meanwhile', async () => {
  const done: (() => void)[] = [];
  const save = vi.fn(() => new Promise<void>((resolve) => done.push(resolve)));
  const { saver, told } = setUp(save);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  saver.change('b');
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
  expect(save).toHaveBeenCalledTimes(1);
  done[0]?.();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(save.mock.calls).toEqual([['a'], ['b']]);
  expect(told).toEqual(['saving', 'saving']);
});

it('tries again by itself where it may pass, and not where it was refused', async () => {
  const save = vi.fn().mockRejectedValueOnce(new Problem(503, 'Not now.')).mockRejectedValueOnce(new Problem(400, 'No.'));
  const { saver, told } = setUp(save);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(told.at(-1)).toBe('failing');
  await vi.advanceTimersByTimeAsync(AGAIN_MS);
  expect(save.mock.calls).toEqual([['a'], ['a']]);
  expect(told.at(-1)).toBe('refused');
  await vi.advanceTimersByTimeAsync(AGAIN_MS * 100);
  expect(save).toHaveBeenCalledTimes(2);
});

it('stops where it was changed elsewhere, until it is said what stays', async () => {
  const save = vi.fn().mockRejectedValueOnce(new Problem(412, 'It has moved on.')).mockResolvedValue(undefined);
  const { saver, told } = setUp(save);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  saver.change('ab');
  saver.flush();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(save.mock.calls).toEqual([['a']]);
  expect(told.at(-1)).toBe('refused');
  saver.goOn();
  expect(save).toHaveBeenLastCalledWith('ab');
});

it('sends nothing that was let go of', async () => {
  const save = vi.fn(() => Promise.resolve());
  const { saver } = setUp(save);
  saver.change('a');
  saver.forget();
  saver.flush();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(save).not.toHaveBeenCalled();
});

it('waits for what is on its way, then stays quiet until it goes on', async () => {
  let finish = () => {};
  const save = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const { saver } = setUp(save);
  saver.change('a');
  saver.flush();
  let quiet = false;
  void saver.hold().then(() => (quiet = true));
  saver.change('b');
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
  expect(quiet).toBe(false);
  finish();
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
  expect(quiet).toBe(true);
  expect(save).toHaveBeenCalledTimes(1);
  saver.goOn();
  expect(save).toHaveBeenLastCalledWith('b');
});
