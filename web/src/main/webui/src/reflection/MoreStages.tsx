import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Applications } from '../api/reads';
import { StageForm } from '../applications/StageForm';
import { STAGES, type StageCode } from '../words/codes';
import type { Changes } from './Editor';
import type { StageDraft } from './reflectionDraft';
import type { Removed } from './removed';

interface Props {
  application: Applications['ApplicationView'];
  stages: StageDraft[];
  change: (changes: Changes) => void;
  removed: Removed;
}

/** Stages that are not in the reflection: those that were left out, and those that nobody has recorded yet. */
export function MoreStages({ application, stages, change, removed }: Props) {
  const [adding, setAdding] = useState(false);
  const there = new Set(stages.map(({ kind }) => kind));
  const tookPlace: StageCode[] = ['APPLICATION_REVIEW', ...application.stages.map(({ kind }) => kind)];
  const leftOut = [...new Set(tookPlace)].filter((kind) => !there.has(kind));

  function include(kind: StageCode) {
    change(({ stages: now }) => (now.some((stage) => stage.kind === kind) ? {} : { stages: [...now, removed.stage(kind)] }));
    document.getElementById('step')?.focus();
  }

  return (
    <Stack gap="sm">
      {leftOut.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            Not in it:
          </Text>
          {leftOut.map((kind) => (
            <Button key={kind} variant="default" onClick={() => include(kind)} aria-label={`Put in: ${STAGES[kind]}`}>
              {STAGES[kind]}
            </Button>
          ))}
        </Group>
      )}
      {application.status !== 'WITHDRAWN' &&
        (adding ? (
          <StageForm
            application={application}
            done={(kind) => {
              setAdding(false);
              include(kind);
            }}
            cancel={() => setAdding(false)}
          />
        ) : (
          <Group>
            <Button variant="subtle" onClick={() => setAdding(true)}>
              Add a stage that is not recorded
            </Button>
          </Group>
        ))}
    </Stack>
  );
}
