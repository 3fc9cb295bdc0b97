import { Text } from '@mantine/core';

/** What is not right, where it belongs and the field itself has no place for it. */
export function Wrong({ children }: { children: string | undefined }) {
  return children === undefined ? null : (
    <Text size="sm" c="red">
      {children}
    </Text>
  );
}
