import { Anchor, Text } from '@mantine/core';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';

/** The due dates, for the calendar that one uses anyway. */
export function Calendar({ goals }: { goals: readonly Insights['Goal'][] }) {
  const dated = goals.filter(({ status, dueOn }) => status === 'ADOPTED' && dueOn !== undefined).length;
  return (
    <Section title="In your calendar">
      {dated === 0 ? (
        <Empty>There is nothing to put into it yet: only goals that you work on and that have a due date go there.</Empty>
      ) : (
        <>
          <Anchor href="/api/v1/growth-plan.ics" download="growth-plan.ics" display="inline-block" py={6}>
            Download the due dates ({counted(dated, 'goal')}, iCalendar)
          </Anchor>
          <Text c="dimmed" maw={640}>
            For each goal that you work on and that has a date, it holds an entry for the whole day and a to-do: the goal's sentence, what to look at, and
            what is left to do, also where that quotes what you were told. Applications, evidence and check-ins are not in it. It is a copy: after a
            change, download and import it again; most calendars then move what they have.
          </Text>
        </>
      )}
    </Section>
  );
}
