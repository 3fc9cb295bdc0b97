import { ActionIcon, Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { typed, type Line } from './goalDraft';

interface Props {
  legend: string;
  /** What one line is called. */
  one: string;
  /** What the service calls them. */
  field: 'focalPoints' | 'actions';
  lines: readonly Line[];
  change: (lines: Line[]) => void;
  errors: Record<string, string>;
}

/** Lines of text: the enter key begins another one, and so does every line break of what is pasted. */
export function LinesField({ legend, one, field, lines, change, errors }: Props) {
  const rows = useRef<(HTMLTextAreaElement | null)[]>([]);
  const add = useRef<HTMLButtonElement>(null);
  const next = useRef<number>(undefined);

  useEffect(() => {
    if (next.current !== undefined) {
      (rows.current[Math.min(next.current, lines.length - 1)] ?? add.current)?.focus();
      next.current = undefined;
    }
  }, [lines]);

  function write(at: number, text: string) {
    const all = typed(lines, at, text);
    if (all.length > lines.length) {
      next.current = at + all.length - lines.length;
    }
    change(all);
  }

  function remove(at: number) {
    next.current = at;
    change(lines.filter((_, i) => i !== at));
  }

  return (
    <Fieldset legend={legend} variant="unstyled">
      <Stack gap="xs">
        {lines.map((line, i) => (
          <Group key={i} gap={4} wrap="nowrap" align="flex-start">
            <Textarea
              ref={(element: HTMLTextAreaElement | null) => {
                rows.current[i] = element;
              }}
              aria-label={`${one} ${i + 1}`}
              autosize
              minRows={1}
              flex={1}
              value={line.text}
              onChange={(event) => write(i, event.currentTarget.value)}
              error={errors[`${field}[${i}]`]}
            />
            <ActionIcon variant="subtle" color="gray" size={44} mt={-4} aria-label={`Remove ${one.toLowerCase()} ${i + 1}`} onClick={() => remove(i)}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {errors[field] !== undefined && (
          <Text size="sm" c="red" role="alert">
            {errors[field]}
          </Text>
        )}
        <Group>
          <Button
            ref={add}
            variant="default"
            onClick={() => {
              next.current = lines.length;
              change([...lines, { text: '', done: false }]);
            }}
          >
            {lines.length === 0 ? 'Add one' : 'Add another'}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
