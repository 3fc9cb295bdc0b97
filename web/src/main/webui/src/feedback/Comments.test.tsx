// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Feedback } from '../api/reads';
import { Comments } from './Comments';
import { readAnswers } from './readAnswers';

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  cleanup();
});

it('counts as read once it has been shown', () => {
  const feedback = { id: 'f-1', comments: 'Prepare an example.', statements: [] } as unknown as Feedback['FeedbackView'];

  render(
    <MantineProvider env="test">
      <Comments feedback={feedback} correctable={{ evidence: [], isLeftOut: () => false }} />
    </MantineProvider>,
  );

  expect([...readAnswers.all()]).toEqual(['f-1']);
});
