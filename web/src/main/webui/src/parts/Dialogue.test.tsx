// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';

const net = vi.hoisted(() => ({ up: false }));
vi.mock('./later', async (original) => {
  const real = await original<typeof import('./later')>();
  const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
    real.later(() => (net.up ? load() : Promise.reject<ComponentType<Props>>(new Error('away'))));
  return { ...real, later };
});

import { Dialogue } from './Dialogue';

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
});
afterEach(cleanup);

function Page() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <Dialogue opened={opened} onClose={() => setOpened(false)} title="A question">
        The words of it
      </Dialogue>
    </>
  );
}

it('says that it could not be loaded, and is loaded when somebody tries again', async () => {
  const user = userEvent.setup();
  render(
    <MantineProvider env="test">
      <Page />
    </MantineProvider>,
  );

  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This could not be loaded.');

  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('alert')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Open' }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByText('The words of it')).toBeNull();

  net.up = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('dialog', { name: 'A question' })).toBeTruthy();
  expect(screen.getByText('The words of it')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
