import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface Props {
  /** Also what the browser's tab says. */
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** What can be done here, to the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its title has the focus when one comes to it, so that a screen reader says where one is. */
export function Page({ title, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} - Rebound`;
  }, [title]);

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw={640}>
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
