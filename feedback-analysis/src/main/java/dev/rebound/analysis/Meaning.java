package dev.rebound.analysis;

import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;

/** What a phrase of the lexicon tells when it is found. */
sealed interface Meaning {

  /** The clause touches a theme; the {@code kind} says whether the phrase judges by itself. */
  record About(Theme theme, Kind kind) implements Meaning {}

  /** The phrase judges, denies, wishes or advises, whatever the clause is about. */
  record Cue(CueKind kind) implements Meaning {}

  /** The phrase names a stage. */
  record At(StageKind stage) implements Meaning {}

  /** The phrase says how far a cause is in somebody's hands. */
  record Hands(Reach reach) implements Meaning {}

  /**
   * The phrase is unsafe to send.
   *
   * @param touchy whether it is only where it is no subject of the work
   */
  record Unsafe(String why, boolean touchy) implements Meaning {}

  /** The phrase makes what stands beside it a subject of the work, or hides what stands in it. */
  record Matter(boolean hides) implements Meaning {}

  /**
   * The phrase finds too much or too little of something, such as talking.
   *
   * @param more whether it finds too much
   */
  record Side(String of, boolean more) implements Meaning {}

  /** How much of a judgement a phrase about a theme carries. */
  enum Kind {
    /** Names the subject only; needs a cue beside it. */
    TOPIC,
    /** A topic of little weight: counts only where its part of the clause has no other theme. */
    CARRIER,
    /** Says that it was weak; 'not' turns it into praise. */
    CAUSE,
    /** Says that it was good; 'not' turns it into a cause. */
    PRAISE,
    /** States a cause that no 'not' turns round (a role is filled, somebody else was chosen). */
    FACT
  }

  /** The cues. */
  enum CueKind {
    /** Weak, missing, a pity: judges against; denies praise that follows. */
    NEGATIVE,
    /** Strong, good. */
    POSITIVE,
    /** Not, never, without. */
    NOT,
    /** More, needs, somebody with: what was wished for, hence missing. */
    WISH,
    /** Prepare, practise, would have helped. */
    ADVICE,
    /** Advice, where a clause begins with it: practise, bring. */
    IMPERATIVE,
    /** What the person did, said or showed. */
    OBSERVED,
    /** A concrete instance: when asked, for example, the billing project. */
    INSTANCE,
    /** Thanks, praise by rote, good wishes, rejection formulas: hides the words inside. */
    COURTESY,
    /** Hides the words inside, which would mislead there ('for example'). */
    ASIDE,
    /** Says that there is no offer, without a cause. */
    REJECTION,
    /** Gives what stands beside it as the reason. */
    REASON,
    /** Says that nobody was better. */
    BEST,
    /** Equal-opportunity statements: protected traits may be named here. */
    PLEDGE
  }

  /** How far a cause is in somebody's hands, strongest first: the first that counts stands. */
  enum Reach {
    /** Never was: nobody's fault, or somebody else's. */
    NOBODY,
    /** Takes years. */
    YEARS,
    /** Is for the person to choose. */
    CHOICE,
    /** Done in days or weeks, or with ease. */
    SOON,
    /** A paper that has run out or was not handed in. */
    PAPERS,
    /** Says nothing, and hides what stands inside ('ran out of time'). */
    NOTHING
  }
}
