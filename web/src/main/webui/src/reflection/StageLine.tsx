import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { Scale } from '../parts/Scale';
import { STAGES, type StageCode } from '../words/codes';
import classes from './reflection.module.css';
import type { StageDraft } from './reflectionDraft';
import { Wrong } from './Wrong';

export type Direction = 'up' | 'down';

/** Where the button is that moves a stage. */
export function buttonId(kind: StageCode, direction: Direction): string {
  return `${kind}-${direction}`;
}

interface Props {
  stage: StageDraft;
  place: number;
  of: number;
  error: string | undefined;
  rate: (rating: number | undefined) => void;
  move: (direction: Direction) => void;
  leaveOut: () => void;
}

/** One stage, which can be moved and rated. */
export function StageLine({ stage: { kind, rating }, place, of, error, rate, move, leaveOut }: Props) {
  const still = useReducedMotion();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: kind });
  const name = STAGES[kind];

  return (
    <li
      ref={setNodeRef}
      className={classes.stage}
      data-dragging={isDragging || undefined}
      data-wrong={error === undefined ? undefined : true}
      style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition: still ? undefined : transition }}
    >
      <Group gap={4} wrap="nowrap" align="center" mb={6}>
        {of > 1 && (
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="subtle"
            color="gray"
            className={classes.handle}
            {...attributes}
            {...listeners}
            aria-label={`Drag: ${name}`}
          >
            <IconGripVertical size={18} aria-hidden="true" />
          </ActionIcon>
        )}
        <Title order={3} flex={1}>
          {of > 1 && (
            <Text span c="dimmed" inherit className="numbers">
              {place}.{' '}
            </Text>
          )}
          {name}
        </Title>
        {of > 1 && (
          <>
            <Mover direction="up" kind={kind} disabled={place === 1} move={move} />
            <Mover direction="down" kind={kind} disabled={place === of} move={move} />
          </>
        )}
        <ActionIcon variant="subtle" color="gray" onClick={leaveOut} aria-label={`Leave out: ${name}`}>
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <Scale label={`How the ${name.toLowerCase()} went`} value={rating} onChange={rate} />
      <Wrong>{error}</Wrong>
    </li>
  );
}

interface MoverProps {
  direction: Direction;
  kind: StageCode;
  disabled: boolean;
  move: (direction: Direction) => void;
}

function Mover({ direction, kind, disabled, move }: MoverProps) {
  const Icon = direction === 'up' ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      id={buttonId(kind, direction)}
      variant="subtle"
      color="gray"
     
      disabled={disabled}
      onClick={() => move(direction)}
      aria-label={`Move ${direction}: ${STAGES[kind]}`}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  );
}
