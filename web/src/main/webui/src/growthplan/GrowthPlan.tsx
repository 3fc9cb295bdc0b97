import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ComponentType } from 'react';
import { useNavigate } from 'react-router';
import { reads, type Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';
import { Fold } from '../parts/Fold';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { AdoptedGoal } from './AdoptedGoal';
import { Calendar } from './Calendar';
import { ClosedGoal } from './ClosedGoal';
import { grouped, whyNothingProposed } from './grouped';
import classes from './growthplan.module.css';
import { OwnGoal } from './OwnGoal';
import { ProposedGoal } from './ProposedGoal';
import { placeOf } from './useArrival';

type Goal = Insights['Goal'];

/** What to work on, and whether it worked. */
export function Component() {
  const plan = useQuery(reads.growthPlan());
  const [setting, setSetting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();

  return (
    <Page
      title="Growth plan"
      lead="What to work on, out of what several people said. What you adopt, change or let go is up to you."
      actions={
        <Button ref={button} variant="default" aria-expanded={setting} onClick={() => setSetting(true)}>
          Set a goal of your own
        </Button>
      }
    >
      {setting && (
        <OwnGoal
          done={(id) => {
            setSetting(false);
            void navigate({ hash: placeOf(id) }, { replace: true, preventScrollReset: true });
          }}
          cancel={() => {
            setSetting(false);
            button.current?.focus();
          }}
        />
      )}
      <Waiting for={plan} lines={10}>
        {(known) => <Groups plan={known} />}
      </Waiting>
    </Page>
  );
}

function Groups({ plan: { contexts, goals } }: { plan: Insights['Goals'] }) {
  const { ADOPTED: adopted, PROPOSED: proposed, ACHIEVED: achieved, ABANDONED: letGo } = grouped(goals);
  return (
    <>
      <Section title="Working on" note={adopted.length > 0 ? counted(adopted.length, 'goal') : undefined}>
        {adopted.length === 0 ? (
          <Empty>
            You are not working on a goal at the moment.{' '}
            {proposed.length > 0 ? 'Adopt one of those below, or set one of your own.' : 'You can set one of your own.'}
          </Empty>
        ) : (
          <GoalList goals={adopted} as={AdoptedGoal} />
        )}
      </Section>
      <Section title="Proposed" note={proposed.length > 0 ? `from ${contexts} applications and pieces of feedback` : undefined}>
        {proposed.length === 0 ? <Empty>{whyNothingProposed(contexts, adopted.length)}</Empty> : <GoalList goals={proposed} as={ProposedGoal} />}
      </Section>
      {achieved.length > 0 && (
        <Section title="Achieved" note={counted(achieved.length, 'goal')}>
          <GoalList goals={achieved} as={ClosedGoal} />
        </Section>
      )}
      {letGo.length > 0 && (
        <Section title="Let go">
          <Fold summary="Show them" count={letGo.length}>
            <GoalList goals={letGo} as={ClosedGoal} />
          </Fold>
        </Section>
      )}
      <Calendar goals={goals} />
    </>
  );
}

function GoalList({ goals, as: Shown }: { goals: readonly Goal[]; as: ComponentType<{ goal: Goal }> }) {
  return (
    <ul className={classes.goals}>
      {goals.map((goal) => (
        <Shown key={goal.id} goal={goal} />
      ))}
    </ul>
  );
}
