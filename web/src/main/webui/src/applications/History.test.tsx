// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Applications } from '../api/reads';
import { History } from './History';

afterEach(cleanup);

function show(...details: string[]) {
  const timeline = details.map((detail, i) => ({ at: `2026-10-0${i + 1}T08:00:00Z`, type: 'REJECTED', title: 'Rejected', detail }));
  render(
    <MantineProvider env="test">
      <History application={{ timeline } as Applications['ApplicationView']} />
    </MantineProvider>,
  );
}

it('folds what is long, and cuts nothing off', () => {
  const many = Array.from({ length: 9 }, (_, i) => `${i + 1}. reason`).join('\n');
  const long = 'We thank you. '.repeat(40).trim();
  show('No, sorry.', many, long);

  const folded = screen.getAllByText('Read what was written').map((summary) => summary.closest('details')?.textContent);
  expect(folded).toHaveLength(2);
  expect(folded[0]).toContain('9. reason');
  expect(folded[1]).toContain(long);
  expect(screen.getByText('No, sorry.').closest('details')).toBeNull();
  expect(document.querySelector('[data-line-clamp]')).toBeNull();
});
