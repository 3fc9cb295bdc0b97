import { Anchor } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { reads } from '../api/reads';
import { Section } from '../parts/Section';
import classes from './data.module.css';
import { howMany, howManyGoals } from './held';

/** What is held of whoever looks at it, and where it can be read. */
export function HeldSection() {
  const applications = useQuery(reads.applications());
  const requests = useQuery(reads.requests());
  const feedback = useQuery(reads.feedback());
  const plan = useQuery(reads.growthPlan());
  return (
    <Section title="What is held of you">
      <ul className={classes.held}>
        <Row name="Applications" to="/applications" count={inWords(applications, howMany)}>
          Postings, stages, rejections and their messages, recruiters you named, your reflections.
        </Row>
        <Row name="Requests for feedback" to="/feedback" count={inWords(requests, howMany)}>
          Whom you asked, when, and whether an answer came.
        </Row>
        <Row name="Feedback" to="/feedback" count={inWords(feedback, howMany)}>
          What recruiters, mentors and others wrote, and what was read in it.
        </Row>
        <Row name="Goals" to="/growth-plan" count={inWords(plan, ({ goals }) => howManyGoals(goals))}>
          What you adopted or set yourself, your check-ins, how it ended.
        </Row>
        <Row name="Your search" to="/search" count="">
          What you look for, and what you decided on suggestions.
        </Row>
      </ul>
    </Section>
  );
}

function inWords<T>({ data, isError }: UseQueryResult<T>, count: (data: T) => string): ReactNode {
  if (data !== undefined) {
    return count(data);
  }
  return isError ? (
    'cannot be read right now'
  ) : (
    <span role="status" aria-label="Loading">
      …
    </span>
  );
}

function Row({ name, to, count, children }: { name: string; to: string; count: ReactNode; children: string }) {
  return (
    <li>
      <Anchor component={Link} to={to}>
        {name}
      </Anchor>
      <span className={classes.count}>{count}</span>
      <span className={classes.holds}>{children}</span>
    </li>
  );
}
