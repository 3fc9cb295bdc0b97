import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Suspense, useEffect, useState, type ReactNode } from 'react';

interface Props<T> {
  for: UseQueryResult<T>;
  /** How many lines it will take, about, so that nothing jumps when it is there. */
  lines?: number;
  /** What is chosen anew in the middle of a page: what stands below it stays. */
  amid?: boolean;
  children: (data: T) => ReactNode;
}

/** Shows what was read once it is there, grey lines until then, and why where it cannot be read. */
export function Waiting<T>({ for: query, lines = 4, amid = false, children }: Props<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <Failure problem={query.error} again={() => void query.refetch()} stale />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) {
    return <Failure problem={query.error} again={() => void query.refetch()} />;
  }
  return <Lines n={lines} first={!amid && query.errorUpdateCount === 0} />;
}

/** What did not work, and the way to try again. */
export function Failure({ problem, again, stale = false }: { problem: Error; again?: () => void; stale?: boolean }) {
  return (
    <Alert color="red" role="alert" mb={stale ? 'md' : 0}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {problem.message}
          {stale && ' What is shown is from before.'}
        </Text>
        {again !== undefined && (
          <Button size="xs" variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Grey lines, after a moment: what comes at once needs none. Nor is there any where something above is waited for; see rebound.css. */
export function Lines({ n, first = true }: { n: number; first?: boolean }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap="sm" role="status" aria-label="Loading" data-first={first || undefined} style={shown ? {} : { visibility: 'hidden' }}>
      {Array.from({ length: n }, (_, i) => (
        <Skeleton key={i} height={18} width={`${92 - (i % 3) * 17}%`} />
      ))}
    </Stack>
  );
}

/** Waits for the code of a page. */
Waiting.Boundary = function Boundary({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Lines n={6} />}>{children}</Suspense>;
};
