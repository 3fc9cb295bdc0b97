import { Alert, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { body, feedback } from '../api/client';
import type { Feedback } from '../api/reads';
import { MISSING, type LevelCode } from '../words/codes';
import classes from './SpecificityMeter.module.css';

/** How long nobody types before the text is checked, and how short a text is not worth it. */
const PAUSE_MS = 600;
const ENOUGH = 15;

const PARTS = 5;

const VERDICTS: Record<LevelCode, string> = {
  GENERIC: 'The candidate cannot act on this yet.',
  PARTIAL: 'This helps. A little more would help a lot.',
  SPECIFIC: 'The candidate can act on this. Thank you.',
};

/** However specific it is, nobody is thanked for what should not be written. */
const UNSAFE = 'Please look at the wording first.';

interface Props {
  requestId: string;
  answer: Feedback['Answer'];
}

/** While somebody writes: what the candidate can do with it, what is still missing, and wording that is better avoided. */
export function SpecificityMeter({ requestId, answer }: Props) {
  const [checked] = useDebouncedValue(answer, PAUSE_MS);
  const worth = checked.comments.trim().length >= ENOUGH;
  const check = useQuery({
    queryKey: ['check', requestId, checked],
    queryFn: async () =>
      body(await feedback.POST('/api/v1/feedback-requests/{id}/check', { params: { path: { id: requestId } }, body: checked })),
    enabled: worth,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = worth ? check.data : undefined;
  const filled = found?.read ? PARTS - found.missing.length : 0;

  return (
    <Stack gap={6} mih={76}>
      <Group gap={4} wrap="nowrap" aria-hidden="true">
        {Array.from({ length: PARTS }, (_, i) => (
          <span key={i} className={classes.part} data-on={i < filled || undefined} />
        ))}
      </Group>
      <div role="status">
        <Text fw={600}>{verdict(found, worth && check.isError)}</Text>
        {found?.read && found.missing.length > 0 && (
          <Text size="sm" c="dimmed">
            What is missing: {found.missing.map((part) => MISSING[part]).join('; ')}.
          </Text>
        )}
      </div>
      {found?.warnings.map(({ text, why }) => (
        <Alert key={text} color="yellow" p="xs">
          <q>{text}</q>: {why}
        </Alert>
      ))}
    </Stack>
  );
}

function verdict(found: Feedback['Specificity'] | undefined, failed: boolean): string {
  if (failed) {
    return 'The check is not possible right now. You can send your feedback all the same.';
  }
  if (found === undefined) {
    return 'Write a little, and this shows what the candidate can do with it.';
  }
  if (found.warnings.length > 0 && found.read) {
    return UNSAFE;
  }
  return found.read ? VERDICTS[found.level] : 'Only English is read here, so this is not checked. It reaches the candidate as it is.';
}
