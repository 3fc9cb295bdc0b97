package dev.rebound.application.webhooks;

import dev.rebound.application.boards.RejectionItem;
import dev.rebound.events.Recruiter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vendor's event means. */
sealed interface Reported {

  /**
   * An application ended, as its reason is mapped.
   *
   * @param isRejection whether it is one where the reason is not mapped; else it means nothing then
   */
  record Ended(
      String externalId,
      @Nullable Known known,
      @Nullable String stage,
      @Nullable LocalDate endedOn,
      @Nullable String reasonId,
      @Nullable String reasonText,
      boolean isRejection)
      implements Reported {}

  /** A rejection as the bulk endpoint takes it. */
  record Item(RejectionItem item) implements Reported {}

  /** An application is under way again, however it had ended. */
  record Reopened(String externalId) implements Reported {}

  /** The candidate stepped back. */
  record SteppedBack(String externalId, @Nullable String reason) implements Reported {}

  /** An application came to a stage. */
  record CameTo(
      String externalId, @Nullable Known known, String stage, @Nullable LocalDate reachedOn)
      implements Reported {}

  /**
   * An application is under way, whatever it was before: an ending from before is taken back with
   * it.
   *
   * @param came the stage it is in, where one is told
   */
  record UnderWay(String externalId, @Nullable CameTo came) implements Reported {}

  /**
   * The vendor erased a person.
   *
   * @param ids those the board may know the person by, at least one
   */
  record PersonErased(List<String> ids) implements Reported {

    public PersonErased {
      ids = List.copyOf(ids);
    }
  }

  /** A test call. */
  record Ping() implements Reported {}

  /** An event of the vendor's that means nothing here. */
  record Nothing() implements Reported {}

  /**
   * Signed, and not to be used.
   *
   * @param why told to who can correct it; names fields and nothing that stands in them
   */
  record Unusable(String why) implements Reported {}

  /**
   * What an event tells of an application that may not be known here yet.
   *
   * @param application the vendor's id of the application
   * @param person the vendor's id of the candidate
   * @param name the candidate's, where the vendor tells it
   * @param emails the candidate's addresses, at least one
   * @param company the employer, where the vendor names one
   * @param appliedOn null where it is not told
   */
  record Known(
      String application,
      String person,
      @Nullable String name,
      List<String> emails,
      String title,
      @Nullable String company,
      @Nullable String location,
      @Nullable LocalDate appliedOn,
      @Nullable Contact recruiter) {

    public Known {
      emails = List.copyOf(emails);
    }
  }

  /**
   * A recruiter as the vendor names one; becomes a {@link Recruiter} with a pseudonym for an id.
   */
  record Contact(@Nullable String name, String email) {}
}
