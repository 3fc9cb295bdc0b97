import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { STAGES, type StageCode } from '../words/codes';
import type { StepProps } from './Editor';
import { MoreStages } from './MoreStages';
import { byRating, contradicts, dropped, moved } from './order';
import classes from './reflection.module.css';
import type { StageDraft } from './reflectionDraft';
import { StageLine, buttonId, type Direction } from './StageLine';
import { Wrong } from './Wrong';

/** The stages in the order in which they went, the best first, each with a rating. */
export function StageOrder({ application, prompts, draft: { stages }, change, removed, errors }: StepProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const [said, setSaid] = useState('');
  const pressed = useRef<{ kind: StageCode; direction: Direction }>(undefined);
  const question = prompts.find(({ part, stage }) => part === 'STAGES' && stage === undefined)?.text;

  // A button that moved with its stage keeps the focus; at the end of the list the other one takes it.
  useEffect(() => {
    if (pressed.current !== undefined) {
      const { kind, direction } = pressed.current;
      pressed.current = undefined;
      const button = document.getElementById(buttonId(kind, direction));
      const other = document.getElementById(buttonId(kind, direction === 'up' ? 'down' : 'up'));
      (button instanceof HTMLButtonElement && button.disabled ? other : button)?.focus();
    }
  });

  function set(next: StageDraft[]) {
    change({ stages: next });
  }

  function move(from: number, direction: Direction) {
    const to = direction === 'up' ? from - 1 : from + 1;
    const stage = stages[from];
    if (stage !== undefined && to >= 0 && to < stages.length) {
      pressed.current = { kind: stage.kind, direction };
      set(moved(stages, from, to));
      setSaid(`${STAGES[stage.kind]} is now number ${to + 1} of ${stages.length}.`);
    }
  }

  function leaveOut(stage: StageDraft, place: number) {
    set(stages.filter(({ kind }) => kind !== stage.kind));
    document.getElementById('step')?.focus();
    removed.say(`${STAGES[stage.kind]} is left out.`, () =>
      change(({ stages: now }) => (now.some(({ kind }) => kind === stage.kind) ? {} : { stages: [...now.slice(0, place), stage, ...now.slice(place)] })),
    );
  }

  function drop(event: DragEndEvent) {
    const way = dropped(event, stages.map(({ kind }) => kind));
    const name = STAGES[event.active.id as StageCode];
    if (way === undefined) {
      setSaid(`${name} stays where it was.`);
    } else {
      set(moved(stages, way.from, way.to));
      setSaid(`${name} is now number ${way.to + 1} of ${stages.length}.`);
    }
  }

  return (
    <Stack gap="md">
      <Text c="dimmed" maw={640}>
        {stages.length > 1
          ? `${question ?? 'Which went best, which went worst?'} The best comes first: drag, or use the arrows. Rate each from 1 (badly) to 5 (very well).`
          : 'Rate it from 1 (badly) to 5 (very well). If there were more stages, add them.'}
      </Text>
      <Wrong>{errors['stages']}</Wrong>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements: announcements(stages), screenReaderInstructions: { draggable: INSTRUCTIONS } }}
      >
        <SortableContext items={stages.map(({ kind }) => kind)} strategy={verticalListSortingStrategy}>
          <ol className={classes.stages} aria-label="Stages, the best first">
            {stages.map((stage, i) => (
              <StageLine
                key={stage.kind}
                stage={stage}
                place={i + 1}
                of={stages.length}
                error={errors[`stages[${i}].rating`]}
                rate={(rating) => set(stages.map((one) => (one.kind === stage.kind ? rated(one, rating) : one)))}
                move={(direction) => move(i, direction)}
                leaveOut={() => leaveOut(stage, i)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {contradicts(stages) && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            By your ratings the order would be another. Both count; the order is how they compare.
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => set(byRating(stages))}>
            Order by rating
          </Button>
        </Group>
      )}
      <MoreStages application={application} stages={stages} change={change} removed={removed} />
    </Stack>
  );
}

const INSTRUCTIONS = 'Press space to pick the stage up, the arrow keys to move it, space again to put it down, and escape to leave it where it was.';

function rated({ rating: _, ...stage }: StageDraft, rating: number | undefined): StageDraft {
  return { ...stage, ...(rating !== undefined && { rating }) };
}

function announcements(stages: StageDraft[]): Announcements {
  const name = (id: string | number) => STAGES[id as StageCode];
  const place = (id: string | number) => `${stages.findIndex(({ kind }) => kind === id) + 1} of ${stages.length}`;
  return {
    onDragStart: ({ active }) => `Picked up ${name(active.id)}, number ${place(active.id)}.`,
    onDragOver: ({ active, over }) => over === null ? undefined : `${name(active.id)} would be number ${place(over.id)}.`,
    // Said by whoever moves it, who knows where it came to lie.
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
