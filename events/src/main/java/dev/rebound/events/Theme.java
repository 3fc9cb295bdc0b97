package dev.rebound.events;

/**
 * The one list of themes, version 1, that every cause, weakness and strength is read into.
 *
 * <p>A tenant may add codes of its own under a code of this list; the list itself only grows with a
 * new version.
 */
public enum Theme {
  /** Knowledge of the craft is missing or shallow: language, framework, tool, method, subject. */
  TECHNICAL_DEPTH(Control.CONTROLLABLE),
  /** A coding exercise, algorithm, case or other live problem solving was weak. */
  PROBLEM_SOLVING(Control.CONTROLLABLE),
  /** Design of a larger whole, its trade-offs, its scale. */
  SYSTEM_DESIGN(Control.CONTROLLABLE),
  /** A take-home task, portfolio, demo or trial work. */
  WORK_SAMPLE(Control.CONTROLLABLE),
  /** Speaking, listening, explaining or writing was unclear. */
  COMMUNICATION(Control.CONTROLLABLE),
  /** Answers rambled, or lacked examples, results or structure. */
  ANSWER_STRUCTURE(Control.CONTROLLABLE),
  /** Little knowledge of the company, the role or the interview; no questions asked. */
  PREPARATION(Control.CONTROLLABLE),
  /** Enthusiasm, interest, attitude, drive or values seemed missing. */
  MOTIVATION(Control.CONTROLLABLE),
  /** Teamwork, handling of others, of conflict or of feedback. */
  COLLABORATION(Control.CONTROLLABLE),
  /** Leading, owning, influencing, managing people. */
  LEADERSHIP(Control.CONTROLLABLE),
  /** Nerves, confidence, presence under pressure. */
  COMPOSURE(Control.CONTROLLABLE),
  /** Punctuality, manners, honesty, slow replies, conduct in the process. */
  PROFESSIONALISM(Control.CONTROLLABLE),
  /** CV, cover letter, application form, profile. */
  APPLICATION_MATERIALS(Control.CONTROLLABLE),
  /** Pay expectations out of line with the budget. */
  SALARY_EXPECTATIONS(Control.CONTROLLABLE),
  /** Years or level of experience too low for the role. */
  SENIORITY(Control.LONG_TERM),
  /** No background in the industry, sector, kind of product or kind of company. */
  DOMAIN_EXPERIENCE(Control.LONG_TERM),
  /** Degree, certificate, licence, grades, references, gaps or short stays in the record. */
  CREDENTIALS(Control.LONG_TERM),
  /** The spoken language of the place or of the customers. */
  LOCAL_LANGUAGE(Control.LONG_TERM),
  /** Location, relocation, time zone, visa, work permit, availability dates. */
  LOCATION_ELIGIBILITY(Control.OUT_OF_CONTROL),
  /** Too experienced for the role. */
  OVERQUALIFIED(Control.OUT_OF_CONTROL),
  /** The role was cancelled, frozen, filled, reserved or given to an internal candidate. */
  POSITION_CLOSED(Control.OUT_OF_CONTROL),
  /** Somebody else was better, with no cause in the reader named. */
  STRONGER_CANDIDATE(Control.OUT_OF_CONTROL),
  /** 'Not a culture fit' with nothing observable named: never a weakness, a reason to ask again. */
  CULTURE_FIT(Control.OUT_OF_CONTROL),
  /** No cause given: triggers the request for depth. */
  UNSPECIFIED(Control.UNKNOWN);

  private final Control defaultControl;

  Theme(Control defaultControl) {
    this.defaultControl = defaultControl;
  }

  /** How far a cause of this theme is in the candidate's hands, unless the candidate says else. */
  public Control defaultControl() {
    return defaultControl;
  }

  /**
   * Whether the theme tells its reader anything to act on or rule out. Where it does not, a text is
   * generic however it is worded, and any theme that does goes before it.
   */
  public boolean namesCause() {
    return this != STRONGER_CANDIDATE && this != CULTURE_FIT && this != UNSPECIFIED;
  }
}
