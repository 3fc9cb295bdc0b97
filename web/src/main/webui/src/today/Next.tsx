import { Button, Group, Paper, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { reads } from '../api/reads';
import { readAnswers } from '../feedback/readAnswers';
import { today } from '../parts/dates';
import { say } from '../parts/toasts';
import { freshlyRejected, isReflected, nextStep, type NextStep } from './nextStep';
import { setAside, useSetAside } from './setAside';

/** How many of the latest rejections are looked at for their reflection. */
const LATEST = 5;

/** About what a step takes, so that nothing jumps: on a narrow page its words take more lines, and its buttons are below them. */
const HEIGHT = { base: 208, lg: 128 };

/** The one next step; whoever does not want it is shown the one after it. */
export function Next() {
  const title = useRef<HTMLHeadingElement>(null);
  const left = useSetAside();
  const applications = useQuery(reads.applications());
  const rejected = freshlyRejected(applications.data?.items ?? [], today())
    .filter(({ id }) => !left.has(id))
    .slice(0, LATEST);
  const reflections = useQueries({ queries: rejected.map((one) => reads.reflection(one.id)) });
  const feedback = useQuery(reads.feedback());
  const plan = useQuery(reads.growthPlan());
  const refinements = useQuery(reads.refinements());
  const all = [applications, ...reflections, feedback, plan, refinements];

  const step = nextStep(
    {
      applications: applications.data?.items,
      toReflect: reflections.every((one) => one.isSuccess)
        ? rejected.filter((_, i) => {
            const reflection = reflections[i]?.data;
            return reflection !== undefined && !isReflected(reflection);
          })
        : undefined,
      feedback: feedback.data?.items,
      read: readAnswers.all(),
      goals: plan.data?.goals,
      refinements: refinements.data?.items,
      setAside: left,
    },
    today(),
  );
  const pending = all.some((one) => one.isPending);

  return (
    <Paper component="section" aria-labelledby="next" p="lg" radius="lg" bg="light-dark(var(--mantine-color-green-0), #1c2f29)" mih={HEIGHT} aria-busy={pending}>
      <Text size="sm" c="dimmed" id="next" component="h2" fw={400} m={0} ref={title} tabIndex={-1}>
        Next step
      </Text>
      {!pending && step !== undefined && <Step step={step} left={() => title.current?.focus({ preventScroll: true })} />}
      {!pending && step === undefined && (
        <Text fz="lg" mt={4}>
          {all.some((one) => one.isError) ? 'Not everything can be seen right now. Nothing is lost; look again in a minute.' : 'Nothing is due. What comes in will show here.'}
        </Text>
      )}
    </Paper>
  );
}

function Step({ step: { text, why, to, action, leaving }, left }: { step: NextStep; left: () => void }) {
  function leave({ id, said }: NonNullable<NextStep['leaving']>) {
    setAside.add(id);
    // The button may go away, and the focus with it.
    left();
    say(said, () => setAside.takeBack(id));
  }

  return (
    <Group justify="space-between" gap="md" mt={4}>
      <div>
        <Text fz="lg" fw={600}>
          {text}
        </Text>
        <Text c="dimmed">{why}</Text>
      </div>
      <Group gap="xs">
        <Button component={Link} to={to}>
          {action}
        </Button>
        {leaving !== undefined && (
          <Button variant="subtle" onClick={() => leave(leaving)}>
            Not this one
          </Button>
        )}
      </Group>
    </Group>
  );
}
