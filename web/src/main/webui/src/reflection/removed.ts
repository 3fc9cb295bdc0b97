import { say } from '../parts/toasts';
import { stageDraft, type CauseDraft, type ReflectionDraft, type StageDraft } from './reflectionDraft';
import type { StageCode, ThemeCode } from '../words/codes';

/** What was taken out of a reflection while it is open: whoever puts it in again finds the words that they wrote. */
export interface Removed {
  /** Keeps what the draft had before and has no more. */
  note(before: ReflectionDraft, now: ReflectionDraft): void;
  /** The stage as it was when it was left out, or an empty one. */
  stage(kind: StageCode): StageDraft;
  /** The cause as it was when it was taken away, or an empty one. */
  cause(theme: ThemeCode): CauseDraft;
  /** Says what was taken out, with a way to take that back for as long as the reflection is open. */
  say(text: string, undo: () => void): void;
  /** The reflection is left. */
  end(): void;
}

/** Nothing is taken out yet. */
export function createRemoved(): Removed {
  const stages = new Map<StageCode, StageDraft>();
  const causes = new Map<ThemeCode, CauseDraft>();
  const said: (() => void)[] = [];

  return {
    note(before, now) {
      before.stages.filter(({ kind }) => !now.stages.some((one) => one.kind === kind)).forEach((stage) => stages.set(stage.kind, stage));
      before.causes.filter(({ theme }) => !now.causes.some((one) => one.theme === theme)).forEach((cause) => causes.set(cause.theme, cause));
    },
    stage: (kind) => stages.get(kind) ?? stageDraft(kind),
    cause: (theme) => causes.get(theme) ?? { theme, note: '' },
    say: (text, undo) => void said.push(say(text, undo)),
    end: () => said.splice(0).forEach((close) => close()),
  };
}
