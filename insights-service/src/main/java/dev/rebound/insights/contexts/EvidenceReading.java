package dev.rebound.insights.contexts;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Polarity;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Statement;
import dev.rebound.analysis.ThemeReading;
import dev.rebound.delivery.ReadText;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.Cause;
import dev.rebound.events.Control;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an event says into evidence. Pure: the same event gives the same evidence, ids
 * included.
 *
 * <p>Confidences set here (the text reader sets its own) are ranks by judgement: a rating of 1 or 5
 * weighs a little more than 2 or 4, the giver's word that something decided it more than either.
 */
final class EvidenceReading {

  /** Where in a reflection a cause stands that the candidate picked from the list. */
  static final String CAUSE = "cause";

  /** A cause the candidate picked from the list needs no reading. */
  private static final double NAMED_CAUSE = 0.9;

  /**
   * A message that only mentions a theme gives a cause with less certainty than one that judges.
   */
  private static final double MENTION = 0.7;

  /** The most of a message that gives no cause that is quoted, in characters. */
  private static final int LONGEST_QUOTE = 500;

  private final FeedbackReader reader;

  EvidenceReading(FeedbackReader reader) {
    this.reader = reader;
  }

  /**
   * The causes a rejection names. A rejection that names none still gives one piece of evidence, as
   * UNSPECIFIED, so that the candidate can say what it was.
   */
  Gathering of(UUID eventId, ApplicationRejected event) {
    UUID application = event.applicationId();
    Gathering gathering =
        new Gathering(
            eventId, application, application, EvidenceSource.REJECTION, event.rejectedOn());
    UnaryOperator<Judgement> asCause = EvidenceReading::asCause;
    read(gathering, "message", event.message(), event.stage(), asCause);
    String reason = event.reason() == null ? null : event.reason().text();
    read(gathering, "reason", reason, event.stage(), asCause);
    if (gathering.isEmpty()) {
      String words = event.message() != null ? event.message() : reason;
      gathering.add(
          "rejection",
          Theme.UNSPECIFIED,
          Control.UNKNOWN,
          new Judgement(Polarity.NEGATIVE, 1, words == null ? null : reader.version()),
          event.stage(),
          words == null ? null : words.substring(0, Math.min(words.length(), LONGEST_QUOTE)),
          false);
    }
    return gathering;
  }

  /** What a piece of feedback says in words and ratings; see {@link Ratings} for how they meet. */
  Gathering of(UUID eventId, FeedbackReceived event) {
    UUID context = event.applicationId() == null ? event.feedbackId() : event.applicationId();
    Gathering gathering =
        new Gathering(
            eventId,
            event.applicationId(),
            context,
            EvidenceSource.of(event.source()),
            event.receivedOn());
    StageKind only = event.stages().size() == 1 ? event.stages().getFirst().kind() : null;
    read(gathering, "comments", event.comments(), only, UnaryOperator.identity());
    for (StageRating rated : event.stages()) {
      read(
          gathering,
          "stage/" + rated.kind(),
          rated.comment(),
          rated.kind(),
          judgement -> asRated(judgement, rated.rating()));
    }
    new Ratings(event.ratings(), event.decisive(), only).mergeInto(gathering);
    return gathering;
  }

  /**
   * What the candidate names and writes in a reflection. Words under 'to improve' that only mention
   * something count as critique, those under 'went well' as praise.
   */
  Gathering of(UUID eventId, LocalDate on, ReflectionCompleted event) {
    UUID application = event.applicationId();
    Gathering gathering =
        new Gathering(eventId, application, application, EvidenceSource.REFLECTION, on);
    for (Cause cause : event.causes()) {
      Control control = cause.control() == null ? cause.theme().defaultControl() : cause.control();
      gathering.add(
          CAUSE,
          cause.theme(),
          control,
          new Judgement(Polarity.NEGATIVE, NAMED_CAUSE, null),
          null,
          cause.note(),
          true);
    }
    for (StageReflection stage : event.stages()) {
      read(
          gathering,
          "toImprove/" + stage.kind(),
          stage.toImprove(),
          stage.kind(),
          judgement -> judgement.neutralAs(Polarity.NEGATIVE));
      read(
          gathering,
          "wentWell/" + stage.kind(),
          stage.wentWell(),
          stage.kind(),
          judgement -> judgement.neutralAs(Polarity.POSITIVE));
    }
    read(gathering, "lessons", event.lessons(), null, UnaryOperator.identity());
    return gathering;
  }

  /** How something was judged, how sure that is, and by which reader where it took one. */
  record Judgement(Polarity polarity, double confidence, @Nullable String reader) {

    Judgement neutralAs(Polarity instead) {
      return polarity == Polarity.NEUTRAL ? new Judgement(instead, confidence, reader) : this;
    }
  }

  private static Judgement asCause(Judgement judgement) {
    return judgement.polarity() == Polarity.NEUTRAL
        ? new Judgement(Polarity.NEGATIVE, judgement.confidence() * MENTION, judgement.reader())
        : judgement;
  }

  private static Judgement asRated(Judgement judgement, int rating) {
    return Ratings.polarity(rating).map(judgement::neutralAs).orElse(judgement);
  }

  private void read(
      Gathering gathering,
      String where,
      @Nullable String text,
      @Nullable StageKind stage,
      UnaryOperator<Judgement> judged) {
    if (text == null || text.isBlank()) {
      return;
    }
    Reading reading = reader.read(text);
    gathering.note(
        where,
        ReadText.of(
            reader.version(),
            reading.specificity().level(),
            reading.causes(),
            reading.strengths()));
    for (Statement statement : reading.statements()) {
      for (ThemeReading theme : statement.themes()) {
        gathering.add(
            where,
            theme.theme(),
            theme.control(),
            judged.apply(new Judgement(statement.polarity(), theme.confidence(), reader.version())),
            statement.stage() == null ? stage : statement.stage(),
            statement.text(),
            false);
      }
    }
  }
}
