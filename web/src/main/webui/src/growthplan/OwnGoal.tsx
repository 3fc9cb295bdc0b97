import { body, insights } from '../api/client';
import { today } from '../parts/dates';
import { Section } from '../parts/Section';
import { emptyGoal } from './goalDraft';
import { GoalForm } from './GoalForm';

/** Sets a goal that nobody proposed. */
export function OwnGoal({ done, cancel }: { done: (id: string) => void; cancel: () => void }) {
  return (
    <Section title="A goal of your own">
      <GoalForm
        keptAs="own-goal"
        initial={emptyGoal}
        withTheme
        dueHint="It can stay empty."
        label="Set the goal"
        send={async ({ intent, theme }) => body(await insights.POST('/api/v1/growth-plan/goals', { body: { ...intent, theme, on: today() } }))}
        done="The goal is in your plan."
        onDone={({ id }) => done(id)}
        cancel={cancel}
      />
    </Section>
  );
}
