import type { Applications, Feedback, Insights } from '../api/reads';

/** What is known, as far as it could be read: what could not is undefined, and is never called done. */
export interface Known {
  applications: Applications['ApplicationSummary'][] | undefined;
  /** Rejected applications that nobody has looked back on, the latest first. */
  toReflect: Applications['ApplicationSummary'][] | undefined;
  feedback: Feedback['FeedbackView'][] | undefined;
  /** Which feedback was looked at already, by its id. */
  read: ReadonlySet<string>;
  goals: Insights['Goal'][] | undefined;
  refinements: Insights['Refinement'][] | undefined;
  /** What is not wanted as the next step, by the ids of applications and goals. */
  setAside: ReadonlySet<string>;
}

export interface NextStep {
  text: string;
  why: string;
  to: string;
  action: string;
  /** How it can be left for another: what is set aside by that, and where it still is. */
  leaving?: { id: string; said: string };
}

/** How long an answer counts as one that has just come in. */
const RECENT_DAYS = 7;

/** How long it is fresh enough to look back on. */
const FRESH_DAYS = 30;

const DAY_MS = 86_400_000;

function named({ posting }: Applications['ApplicationSummary']): string {
  return `${posting.title} at ${posting.company}`;
}

function daysSince(date: string, today: string): number {
  return (Date.parse(today) - Date.parse(date)) / DAY_MS;
}

/** Whether a goal's day has come, and nobody has said since how it went. */
function isDue({ status, dueOn, checkIns }: Insights['Goal'], today: string): boolean {
  return status === 'ADOPTED' && dueOn !== undefined && dueOn <= today && !checkIns.some(({ on }) => on >= dueOn);
}

/**
 * The applications whose rejection is still fresh, the latest first: however long ago they were sent.
 *
 * @param today the date where the reader is
 */
export function freshlyRejected(all: Applications['ApplicationSummary'][], today: string): Applications['ApplicationSummary'][] {
  const on = ({ rejection }: Applications['ApplicationSummary']) => rejection?.rejectedOn ?? '';
  return all
    .filter((one) => one.status === 'REJECTED' && daysSince(on(one), today) <= FRESH_DAYS)
    .sort((a, b) => on(b).localeCompare(on(a)));
}

/** Whether it was completed, be it that it is being revised. */
export function isReflected({ status, completed }: Applications['ReflectionView']): boolean {
  return completed || status === 'COMPLETED';
}

/**
 * The one thing to do next: what came in first, which is news for a week only; then what is due, then what waits for a
 * decision, then the beginning.
 *
 * @param today the date where the reader is (2026-10-01)
 */
export function nextStep(known: Known, today: string): NextStep | undefined {
  const answer = known.feedback?.find(
    (one) => one.requestId !== undefined && !known.read.has(one.id) && daysSince(one.receivedOn, today) <= RECENT_DAYS,
  );
  if (answer !== undefined) {
    const to = answer.applicationId === undefined ? '/feedback' : `/applications/${answer.applicationId}`;
    return { text: 'A recruiter has answered you', why: 'Their words, and what they say about causes.', to, action: 'Read it' };
  }
  const first = known.toReflect?.find(({ id }) => !known.setAside.has(id));
  if (first !== undefined) {
    return {
      text: `Look back on ${named(first)}`,
      why: 'Four short steps while it is fresh. They are saved as you type.',
      to: `/applications/${first.id}/reflection`,
      action: 'Start',
      leaving: { id: first.id, said: 'Left. You can look back on it at any time, from the application.' },
    };
  }
  const due = known.goals?.find((goal) => isDue(goal, today));
  if (due !== undefined) {
    return { text: 'A goal of yours is due', why: due.statement, to: '/growth-plan', action: 'Note how it went' };
  }
  const proposed = known.goals?.find(({ id, status }) => status === 'PROPOSED' && !known.setAside.has(id));
  if (proposed !== undefined) {
    return {
      text: 'A goal is proposed to you',
      why: `${proposed.statement}. It comes from what several people said.`,
      to: '/growth-plan',
      action: 'Look at it',
      leaving: { id: proposed.id, said: 'Left. It stays among the proposed goals of your growth plan.' },
    };
  }
  if (known.refinements?.some((one) => one.status === 'SUGGESTED')) {
    return { text: 'A change to your search is suggested', why: 'With its reason, and what it would have changed so far.', to: '/search', action: 'Decide' };
  }
  if (known.applications?.length === 0) {
    return { text: 'Record your first application', why: 'Everything else follows from there.', to: '/applications/new', action: 'Add an application' };
  }
  return undefined;
}
