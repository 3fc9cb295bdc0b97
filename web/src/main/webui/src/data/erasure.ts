/** How an erasure stands. */
export interface Erasure {
  /** When the key was destroyed; nothing as long as it is there. */
  erasedAt?: string;
  /** When each service had deleted what it held, by its name. */
  forgotten: Record<string, string>;
}

/** Who has to say that all is deleted, and what each of them held. */
export const HOLDERS: { service: string; held: string }[] = [
  { service: 'application-service', held: 'Applications, stages, reflections, consents' },
  { service: 'feedback-service', held: 'Requests, invitations, feedback' },
  { service: 'insights-service', held: 'Insights, growth plan, search' },
];

/** Whether everybody has said so. */
export function isOver({ erasedAt, forgotten }: Erasure): boolean {
  return erasedAt !== undefined && HOLDERS.every(({ service }) => service in forgotten);
}

/** The word that says that it is meant. */
export const WORD = 'erase';

/** Whether somebody typed it, in whatever case. */
export function isMeant(typed: string): boolean {
  return typed.trim().toLowerCase() === WORD;
}
