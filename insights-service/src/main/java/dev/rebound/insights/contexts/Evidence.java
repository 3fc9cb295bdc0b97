package dev.rebound.insights.contexts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.CandidateFacts.Correction;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said about one theme, by one source.
 *
 * @param id derived from the event and the place in it, so that a rebuild finds the same id again
 * @param eventId the event that holds the words or the rating
 * @param applicationId the application it is about, where it is about one
 * @param contextId the application, or the piece of feedback that belongs to none
 * @param polarity NEGATIVE: something was missing or in the way; POSITIVE: something was good;
 *     NEUTRAL: advice or a mention, which counts for neither
 * @param quote the words, exactly as they were written; null for a rating that no words explain
 * @param confidence how sure the reading is, above 0 and at most 1; a rank, not a probability
 * @param reader the version of the reader that found it in the words; null where it was ticked or
 *     picked from a list, or only the candidate still reads it so
 * @param decisive whether the source says that this decided it
 * @param corrected whether the candidate has corrected the reading
 * @param at the day it was said: rejection, receipt or reflection
 */
public record Evidence(
    UUID id,
    UUID eventId,
    @Nullable UUID applicationId,
    UUID contextId,
    EvidenceSource source,
    Theme theme,
    Control control,
    Polarity polarity,
    @Nullable StageKind stage,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String quote,
    double confidence,
    @Nullable String reader,
    boolean decisive,
    boolean corrected,
    LocalDate at) {

  /** The same under another id. */
  Evidence withId(UUID other) {
    return new Evidence(
        other,
        eventId,
        applicationId,
        contextId,
        source,
        theme,
        control,
        polarity,
        stage,
        quote,
        confidence,
        reader,
        decisive,
        corrected,
        at);
  }

  /**
   * Whether who said it can say what an application was rejected for: the rejection, its recruiter,
   * or the candidate where they name a cause. What they only want to improve is none yet, and
   * mentors, peers and the like were not there when it was decided.
   */
  public boolean tellsWhyRejected() {
    return switch (source) {
      case RECRUITER, REJECTION -> true;
      case REFLECTION -> decisive;
      case APPRAISAL, MENTOR, PEER, MOCK_INTERVIEW -> false;
    };
  }

  /** Whether it is of something in the candidate's hands, at once or with time. */
  public boolean inHand() {
    return switch (control) {
      case CONTROLLABLE, LONG_TERM -> true;
      case OUT_OF_CONTROL, UNKNOWN -> false;
    };
  }

  /**
   * The same evidence as the candidate wants it read. A new theme brings its default control with
   * it, unless the candidate named one. Whether it is dismissed is not asked here.
   */
  Evidence correctedBy(Correction correction) {
    Theme newTheme = correction.theme() == null ? theme : correction.theme();
    Control newControl =
        correction.control() != null
            ? correction.control()
            : newTheme == theme ? control : newTheme.defaultControl();
    return new Evidence(
        id,
        eventId,
        applicationId,
        contextId,
        source,
        newTheme,
        newControl,
        polarity,
        stage,
        quote,
        confidence,
        reader,
        decisive,
        true,
        at);
  }
}
