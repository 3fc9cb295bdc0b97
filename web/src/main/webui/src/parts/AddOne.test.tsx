// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { AddOne } from './AddOne';

afterEach(cleanup);

function show() {
  const added: string[] = [];
  render(
    <MantineProvider env="test">
      <AddOne label="Add a fruit" what="fruit" words={{ APPLE: 'Apple', PEAR: 'Pear', PLUM: 'Plum' }} add={(code) => added.push(code)} />
    </MantineProvider>,
  );
  return { added, select: screen.getByRole('combobox', { name: 'Add a fruit' }) as HTMLSelectElement };
}

/** What a closed choice does at each arrow key. */
function passOver(select: HTMLSelectElement, ...codes: string[]) {
  codes.forEach((value) => fireEvent.change(select, { target: { value } }));
}

it('adds nothing that an arrow key passes over', async () => {
  const { added, select } = show();

  passOver(select, 'APPLE', 'PEAR');
  expect(added).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'Add this fruit' }));
  expect(added).toEqual(['PEAR']);
  expect(select.value).toBe('');
});

it('adds by Enter as well', () => {
  const { added, select } = show();
  passOver(select, 'PLUM');

  fireEvent.keyDown(select, { key: 'Enter' });

  expect(added).toEqual(['PLUM']);
});

it('leads to the choice where nothing is chosen', async () => {
  const { added, select } = show();

  await userEvent.click(screen.getByRole('button', { name: 'Add this fruit' }));

  expect(added).toEqual([]);
  expect(document.activeElement).toBe(select);
});
