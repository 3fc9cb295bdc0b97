import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { latestStage } from './latestStage';
import { StatusBadge } from './StatusBadge';

/** Applications on a wide screen. */
export function ApplicationTable({ items }: { items: Applications['ApplicationSummary'][] }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover aria-label="Applications">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Title</Table.Th>
          <Table.Th scope="col">Company</Table.Th>
          <Table.Th scope="col">Status</Table.Th>
          <Table.Th scope="col">Latest stage</Table.Th>
          <Table.Th scope="col">Applied on</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor component={Link} to={`/applications/${one.id}`} fw={500}>
                {one.posting.title ?? 'Without a title'}
              </Anchor>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{one.posting.company}</Table.Td>
            <Table.Td>
              <StatusBadge status={one.status} />
            </Table.Td>
            <Table.Td>{latestStage(one.stages) ?? 'None recorded'}</Table.Td>
            <Table.Td className="numbers">{day(one.appliedOn)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
