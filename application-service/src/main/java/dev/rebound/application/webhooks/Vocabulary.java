package dev.rebound.application.webhooks;

import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Submit;
import dev.rebound.application.webhooks.Reported.Contact;
import dev.rebound.application.webhooks.Reported.Ended;
import dev.rebound.application.webhooks.Reported.Known;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vendor's words in the words of commands. */
final class Vocabulary {

  private Vocabulary() {}

  /**
   * The rejection, with the reason as the vendor gave it; where it gave none, the provider alone
   * says by what way the rejection came.
   *
   * @param words what the board says the reason's id means, where the vendor sends an id alone
   * @param stage what kind the stage is that the vendor names; empty where that is in no table, or
   *     where it names none
   * @param pseudonym from an address to a recruiter's id
   */
  static Reject reject(
      String provider,
      Ended ended,
      Optional<String> words,
      LocalDate day,
      Optional<StageKind> stage,
      UUID candidate,
      Function<String, UUID> pseudonym) {
    Known known = ended.known();
    String text = ended.reasonText();
    return new Reject(
        candidate,
        stage.orElse(null),
        ended.stage() != null && stage.isEmpty(),
        day,
        RejectionSource.BOARD,
        new RejectionReason(provider, ended.reasonId(), text == null ? words.orElse(null) : text),
        null,
        known == null ? null : known.name(),
        known == null ? null : recruiter(known.recruiter(), pseudonym));
  }

  /**
   * The application.
   *
   * @param employer where the vendor names none
   * @param latest the day of what is reported with it; it was made on that day where it is not told
   * @param pseudonym from an address to a recruiter's id
   */
  static Submit submit(
      String board,
      UUID id,
      UUID candidate,
      Known known,
      String employer,
      LocalDate latest,
      Function<String, UUID> pseudonym) {
    LocalDate told = known.appliedOn();
    boolean holds = told != null && !told.isBefore(LocalDate.EPOCH) && !told.isAfter(latest);
    return new Submit(
        id,
        candidate,
        posting(known, employer),
        holds && told != null ? told : latest,
        recruiter(known.recruiter(), pseudonym),
        board,
        known.person(),
        known.application());
  }

  private static Posting posting(Known known, String employer) {
    return new Posting(
        known.title(),
        known.company() == null ? employer : known.company(),
        null,
        known.location(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable Recruiter recruiter(
      @Nullable Contact contact, Function<String, UUID> pseudonym) {
    return contact == null
        ? null
        : new Recruiter(
            pseudonym.apply(contact.email().toLowerCase(Locale.ROOT)),
            contact.name(),
            contact.email());
  }
}
