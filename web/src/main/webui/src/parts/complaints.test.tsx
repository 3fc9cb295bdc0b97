// @vitest-environment jsdom
import { MantineProvider, TextInput } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { useComplaints, type Complaints } from './complaints';

afterEach(cleanup);

function Form({ wrong, said = null }: { wrong: Complaints; said?: Problem | null }) {
  const { form, errors, problem, passes } = useComplaints(said);
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
      {problem?.message}
      <button type="submit">Send</button>
    </form>
  );
}

async function sent(wrong: Complaints, said: Problem | null = null) {
  render(
    <MantineProvider env="test">
      <Form wrong={wrong} said={said} />
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

it('takes back what the service said of a field, and nothing else', async () => {
  const user = await sent({}, new Problem(400, 'Please check.', { place: 'Not a place.' }));
  expect(screen.getByText('Please check.')).toBeTruthy();

  await user.type(screen.getByLabelText('Place'), 'D');
  expect(screen.queryByText('Not a place.')).toBeNull();
  expect(screen.queryByText('Please check.')).toBeNull();

  cleanup();
  const again = await sent({ place: 'Where?' }, new Problem(503, 'Not now.'));
  await again.type(screen.getByLabelText('Place'), 'D');
  expect(screen.queryByText('Where?')).toBeNull();
  expect(screen.getByText('Not now.')).toBeTruthy();
});
