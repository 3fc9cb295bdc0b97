import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, type Insights } from '../api/reads';
import { spanOf } from '../charts/dots';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { useApplicationNames } from '../parts/useApplicationNames';
import { Waiting } from '../parts/Waiting';
import classes from './insights.module.css';
import { ThreadRow } from './ThreadRow';

type Thread = Insights['CommonThread'];

const PLACES = 'applications and pieces of feedback';

/** What keeps coming up, and below it what did so once or no longer does. */
export function Weaknesses() {
  const weaknesses = useQuery(reads.weaknesses());
  const of = (status: Thread['status']) => weaknesses.data?.weaknesses.filter((one) => one.status === status) ?? [];
  const contexts = weaknesses.data?.contexts ?? 0;

  return (
    <>
      <Section title="Threads that recur" note={contexts < 2 ? undefined : `in ${contexts} ${PLACES}`}>
        <Waiting for={weaknesses} lines={6}>
          {() => <Recurring threads={of('RECURRING')} contexts={contexts} />}
        </Waiting>
      </Section>
      {of('SINGLE').length > 0 && (
        <Section title="Said once" note="not a pattern">
          <List threads={of('SINGLE')} contexts={contexts} quiet />
        </Section>
      )}
      {of('FADING').length > 0 && (
        <Section title="Not heard lately" note="recurred before">
          <List threads={of('FADING')} contexts={contexts} quiet />
        </Section>
      )}
    </>
  );
}

function Recurring({ threads, contexts }: { threads: Thread[]; contexts: number }) {
  if (threads.length === 0) {
    return (
      <Empty>
        {contexts < 2
          ? `Not enough yet: a thread shows from two ${PLACES} on, and ${contexts === 1 ? 'one' : 'none'} has named anything so far.`
          : `Nothing recurs in ${contexts} ${PLACES}. What comes up in two of them shows here.`}
      </Empty>
    );
  }
  return (
    <>
      <List threads={threads} contexts={contexts} />
      <Text size="sm" c="dimmed" mt="sm">
        What is in your hands can become a goal: see your{' '}
        <Anchor component={Link} to="/growth-plan" inherit>
          growth plan
        </Anchor>
        .
      </Text>
    </>
  );
}

/** What others praise. */
export function Strengths() {
  return (
    <Section title="Strengths">
      <Waiting for={useQuery(reads.strengths())} lines={4}>
        {({ strengths, contexts, status }) =>
          strengths.length === 0 ? (
            <Empty>
              {contexts === 0
                ? 'Nobody has praised anything yet. An appraisal or a mentor often does; you can add their words under Feedback.'
                : `No praise stands out in ${counted(contexts, 'application or piece of feedback', PLACES)}. It shows here once somebody writes it.`}
            </Empty>
          ) : (
            <>
              {status === 'NOT_ENOUGH_YET' && (
                <Text size="sm" c="dimmed" mb="xs">
                  Not enough yet for a pattern; this is what was said.
                </Text>
              )}
              <List threads={strengths} contexts={contexts} />
            </>
          )
        }
      </Waiting>
    </Section>
  );
}

function List({ threads, contexts, quiet = false }: { threads: Thread[]; contexts: number; quiet?: boolean }) {
  const nameOf = useApplicationNames();
  const span = spanOf(threads.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]));
  return (
    <ul className={classes.rows}>
      {threads.map((thread) => (
        <ThreadRow key={thread.theme} thread={thread} contexts={contexts} span={span} nameOf={nameOf} quiet={quiet} />
      ))}
    </ul>
  );
}
