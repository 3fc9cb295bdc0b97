package dev.rebound.events;

/** The stages of a hiring process, in the order in which they usually come. */
public enum StageKind {
  APPLICATION_REVIEW("Application review"),
  RECRUITER_SCREEN("First call"),
  ASSESSMENT("Assessment"),
  TECHNICAL_INTERVIEW("Technical interview"),
  MANAGER_INTERVIEW("Interview with the manager"),
  PANEL_INTERVIEW("Panel interview"),
  FINAL_INTERVIEW("Final interview"),
  OFFER("Offer");

  private final String title;

  StageKind(String title) {
    this.title = title;
  }

  /** What candidates and recruiters read, such as {@code First call}. */
  public String title() {
    return title;
  }
}
