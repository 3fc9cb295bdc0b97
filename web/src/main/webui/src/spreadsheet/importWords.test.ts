import { expect, it } from 'vitest';
import { inOrder, summary, type Line, type Report } from './importWords';

function report(preview: boolean, added: number, duplicates: number, refused: number): Report {
  return { preview, added, duplicates, refused, columnsLeftOut: [], lines: [] };
}

it('says what would become of a file', () => {
  expect(summary(report(true, 12, 1, 2))).toBe('12 applications would be added. 1 line is recorded already and stays as it is. 2 lines cannot be taken.');
  expect(summary(report(true, 0, 3, 0))).toBe('There is nothing to add. 3 lines are recorded already and stay as they are.');
});

it('says what became of it', () => {
  expect(summary(report(false, 1, 0, 1))).toBe('1 application was added. 1 line was not taken.');
  expect(summary(report(false, 0, 0, 2))).toBe('Nothing was added. 2 lines were not taken.');
});

it('shows first what needs looking at', () => {
  const lines = [
    { line: 2, outcome: 'DUPLICATE' },
    { line: 3, outcome: 'ADDED' },
    { line: 4, outcome: 'REFUSED' },
    { line: 5, outcome: 'ADDED' },
  ] as Line[];
  expect(inOrder(lines).map(({ line }) => line)).toEqual([4, 3, 5, 2]);
});
