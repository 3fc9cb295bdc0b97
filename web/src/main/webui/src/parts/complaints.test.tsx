// @vitest-environment jsdom
import { MantineProvider, TextInput } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { useComplaints, type Complaints } from './complaints';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);
afterAll(() => vi.unstubAllGlobals());

function Form({ wrong }: { wrong: Complaints }) {
  const { form, errors, passes } = useComplaints(null);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        passes(wrong);
      }}
    >
      <TextInput label="Name" error={errors['name']} />
      <TextInput label="Place" error={errors['place']} />
      <button type="submit">Send</button>
    </form>
  );
}

async function sent(wrong: Complaints) {
  render(
    <MantineProvider env="test">
      <Form wrong={wrong} />
    </MantineProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  return user;
}

it('leads to what is wrong, and says no more of it once somebody writes there', async () => {
  const user = await sent({ place: 'Where?' });
  expect(document.activeElement).toBe(screen.getByLabelText('Place'));

  await user.type(screen.getByLabelText('Name'), 'Nova');
  expect(screen.getByText('Where?')).toBeTruthy();
  await user.type(screen.getByLabelText('Place'), 'D');
  expect(screen.queryByText('Where?')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText('Where?')).toBeTruthy();
});

it('keeps saying what is wrong with several', async () => {
  const user = await sent({ name: 'Who?', place: 'Where?' });

  await user.type(screen.getByLabelText('Name'), 'Nova');

  expect(screen.getByText('Who?')).toBeTruthy();
  expect(screen.getByText('Where?')).toBeTruthy();
});
