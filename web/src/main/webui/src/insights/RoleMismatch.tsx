import { Text, Title } from '@mantine/core';
import type { Insights } from '../api/reads';
import { IntervalDots } from '../charts/IntervalDots';
import { FEWEST, shareCells, type IntervalRow } from '../charts/intervals';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';

type Mismatch = Insights['RoleMismatch'];

/** How far the roles themselves did not suit, by one's own reflections. */
export function RoleMismatch({ mismatch }: { mismatch: Mismatch }) {
  const { status, reflections } = mismatch;
  const rows = status === 'ENOUGH' ? mismatchRows(mismatch) : [];
  return (
    <div>
      <Title order={3}>Roles that may not have suited you</Title>
      {rows.length === 0 ? (
        <Empty>
          Not enough yet: this comes from what you say of the role when you reflect, from two reflections on. There{' '}
          {reflections === 1 ? 'is one' : 'are none'} so far.
        </Empty>
      ) : (
        <>
          <Text size="sm" c="dimmed" mt={4} mb="sm">
            From {counted(reflections, 'reflection')} of yours. A rejection from a role like this says little about you.
          </Text>
          <IntervalDots
            rows={rows}
            subject="How far roles did not suit, by your own reflections"
            table={{
              caption: 'How far roles did not suit; the range holds the true share in 95 of 100 cases like this',
              columns: ['What', 'How many', 'Share', 'Range'],
              rows: rows.map(({ label, note, share }) => [label, note, ...shareCells(share)]),
            }}
          />
        </>
      )}
    </div>
  );
}

function mismatchRows(mismatch: Mismatch): IntervalRow[] {
  return [
    row('Days hard to picture', 'of the roles', mismatch.dayToDayLow, mismatch.dayToDayRated, mismatch.dayToDayLowShare),
    row('Tasks that cost energy', 'of the parts of the job', mismatch.deEnergizing, mismatch.components, mismatch.deEnergizingShare),
  ];
}

function row(label: string, detail: string, part: number, n: number, share: Mismatch['dayToDayLowShare']): IntervalRow {
  return { label, detail, note: n < FEWEST ? 'not enough yet' : `${part} of ${n}`, share };
}
