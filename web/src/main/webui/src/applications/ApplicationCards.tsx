import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Applications } from '../api/reads';
import { day } from '../parts/dates';
import { latestStage } from './latestStage';
import { StatusBadge } from './StatusBadge';

/** Applications on a phone. */
export function ApplicationCards({ items }: { items: Applications['ApplicationSummary'][] }) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {items.map((one) => (
        <Paper component="li" key={one.id} withBorder p="md">
          <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap">
            <Anchor component={Link} to={`/applications/${one.id}`} fw={500} py={4} style={{ overflowWrap: 'anywhere' }}>
              {one.posting.title ?? 'Without a title'}
            </Anchor>
            <StatusBadge status={one.status} />
          </Group>
          <Text>{one.posting.company}</Text>
          <Text size="sm" c="dimmed">
            Applied {day(one.appliedOn)}. {latestStage(one.stages) ?? 'No stage recorded'}.
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
