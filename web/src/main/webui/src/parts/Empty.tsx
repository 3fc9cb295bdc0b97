import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where there is nothing yet: why, and what would change that. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack gap="sm" align="flex-start" py="xs">
      <Text c="dimmed" maw={560}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
