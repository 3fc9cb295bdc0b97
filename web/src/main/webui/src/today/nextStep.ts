import type { Applications, Feedback, Insights } from '../api/reads';

/** What is known, as far as it could be read: what could not is undefined, and is never called done. */
export interface Known {
  applications: Applications['ApplicationSummary'][] | undefined;
  /** Rejected applications that nobody has looked back on, the latest first. */
  toReflect: Applications['ApplicationSummary'][] | undefined;
  requests: Feedback['RequestView'][] | undefined;
  feedback: Feedback['FeedbackView'][] | undefined;
  /** Which feedback was looked at already, by its id. */
  read: ReadonlySet<string>;
  goals: Insights['Goal'][] | undefined;
  refinements: Insights['Refinement'][] | undefined;
}

export interface NextStep {
  text: string;
  why: string;
  to: string;
  action: string;
}

/** How long an answer counts as one that has just come in. */
const RECENT_DAYS = 7;

const DAY_MS = 86_400_000;

function named({ posting }: Applications['ApplicationSummary']): string {
  return `${posting.title} at ${posting.company}`;
}

/** Whether a goal's day has come, and nobody has said since how it went. */
function isDue({ status, dueOn, checkIns }: Insights['Goal'], today: string): boolean {
  return status === 'ADOPTED' && dueOn !== undefined && dueOn <= today && !checkIns.some(({ on }) => on >= dueOn);
}

/** The applications that were rejected last, the latest first: however long ago they were sent. */
export function latestRejected(all: Applications['ApplicationSummary'][], most: number): Applications['ApplicationSummary'][] {
  return all
    .filter((one) => one.status === 'REJECTED')
    .sort((a, b) => (b.rejection?.rejectedOn ?? '').localeCompare(a.rejection?.rejectedOn ?? ''))
    .slice(0, most);
}

/**
 * The one thing to do next: what is due first, then what came in, then what waits for a decision, then the beginning.
 *
 * @param today the date where the reader is (2026-10-01)
 */
export function nextStep(known: Known, today: string): NextStep | undefined {
  const first = known.toReflect?.[0];
  if (first !== undefined) {
    return {
      text: `Look back on ${named(first)}`,
      why: 'Four short steps while it is fresh. They are saved as you type.',
      to: `/applications/${first.id}/reflection`,
      action: 'Start',
    };
  }
  const due = known.goals?.find((goal) => isDue(goal, today));
  if (due !== undefined) {
    return { text: 'A goal of yours is due', why: due.statement, to: '/growth-plan', action: 'Note how it went' };
  }
  const answer = known.feedback?.find(
    (one) => one.requestId !== undefined && !known.read.has(one.id) && (Date.parse(today) - Date.parse(one.receivedOn)) / DAY_MS <= RECENT_DAYS,
  );
  if (answer !== undefined) {
    const to = answer.applicationId === undefined ? '/feedback' : `/applications/${answer.applicationId}`;
    return { text: 'A recruiter has answered you', why: 'Their words, and what they say about causes.', to, action: 'Read it' };
  }
  if (known.goals?.some((goal) => goal.status === 'PROPOSED')) {
    return { text: 'A goal is proposed to you', why: 'It comes from what several people said. Adopt it, change it, or leave it.', to: '/growth-plan', action: 'Look at it' };
  }
  if (known.refinements?.some((one) => one.status === 'SUGGESTED')) {
    return { text: 'A change to your search is suggested', why: 'With its reason, and what it would have changed so far.', to: '/search', action: 'Decide' };
  }
  if (known.applications?.length === 0) {
    return { text: 'Record your first application', why: 'Everything else follows from there.', to: '/applications/new', action: 'Add an application' };
  }
  return undefined;
}
