import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  /** What it is counted on, or another short remark. */
  note?: ReactNode;
  actions?: ReactNode;
  /** One of many such in a list: by itself it is no place on the page to go to. */
  oneOfMany?: boolean;
  children: ReactNode;
}

/** A part of a page that has a name. */
export function Section({ title, note, actions, oneOfMany = false, children }: Props) {
  const id = useId();
  return (
    <Paper component={oneOfMany ? 'article' : 'section'} withBorder p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <Group justify="space-between" align="baseline" mb="sm" gap="xs">
        <Group gap="xs" align="baseline">
          <Title order={2} id={id}>
            {title}
          </Title>
          {note !== undefined && (
            <Text size="sm" c="dimmed" component="span">
              {note}
            </Text>
          )}
        </Group>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
