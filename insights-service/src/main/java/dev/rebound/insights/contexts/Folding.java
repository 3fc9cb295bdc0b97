package dev.rebound.insights.contexts;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.ReboundEvent;
import dev.rebound.eventstore.StoredEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fold from events to facts, pure.
 *
 * <p>Each kind of fact is set by the events of one topic alone, and order holds within a topic, so
 * it does not matter which topic is ahead. An event whose version its facts have taken already
 * changes nothing.
 */
public final class Folding {

  private static final Comparator<FeedbackGiven> OLDEST_FIRST =
      Comparator.comparing(FeedbackGiven::receivedOn).thenComparing(FeedbackGiven::eventId);

  private final ApplicationFolding applications;
  private final EvidenceReading evidence;

  /** A fold that reads texts with this reader. */
  public Folding(FeedbackReader reader) {
    this.evidence = new EvidenceReading(reader);
    this.applications = new ApplicationFolding(evidence);
  }

  /** The row an event belongs to; empty where it tells of nothing that is kept here. */
  public static Optional<UUID> row(ReboundEvent event) {
    return switch (event) {
      case ConsentChanged consent -> Optional.of(consent.candidateId());
      case SubjectErased _ -> Optional.empty();
      case ApplicationEvent application ->
          Optional.of(ApplicationFolding.applicationId(application));
      case FeedbackReceived feedback -> Optional.of(context(feedback));
      case FeedbackEvent _ -> Optional.empty();
      case InsightsEvent decision -> Optional.of(decision.candidateId());
    };
  }

  /**
   * The facts of a row with one more event.
   *
   * @param before null where the row does not exist
   * @param stored an event that {@link #row} places in this row
   */
  public Facts evolve(@Nullable Facts before, StoredEvent stored) {
    ReboundEvent event = stored.event();
    if (before != null
        && before.taken().getOrDefault(stored.stream().toString(), 0) >= stored.version()) {
      return before;
    }
    Map<String, Integer> taken = taken(before, stored);
    LocalDate on = LocalDate.ofInstant(stored.metadata().time(), ZoneOffset.UTC);
    return switch (event) {
      case ConsentChanged consent ->
          Decisions.evolve(candidate(before, event).withTaken(taken), consent);
      case ApplicationEvent happened ->
          applications.evolve(
              application(before, event).withTaken(taken), stored.id(), on, happened);
      case FeedbackReceived received when received.applicationId() == null ->
          new FeedbackFacts(
              received.candidateId(), received.feedbackId(), taken, given(stored.id(), received));
      case FeedbackReceived received ->
          with(application(before, event).withTaken(taken), given(stored.id(), received));
      case FeedbackEvent other -> throw new IllegalArgumentException("no row takes " + name(other));
      case InsightsEvent decision ->
          Decisions.evolve(candidate(before, event).withTaken(taken), decision);
    };
  }

  private static UUID context(FeedbackReceived event) {
    return event.applicationId() == null ? event.feedbackId() : event.applicationId();
  }

  private static Map<String, Integer> taken(@Nullable Facts before, StoredEvent stored) {
    Map<String, Integer> taken = new HashMap<>(before == null ? Map.of() : before.taken());
    taken.put(stored.stream().toString(), stored.version());
    return taken;
  }

  private static ApplicationFacts application(@Nullable Facts before, ReboundEvent event) {
    return switch (before) {
      case null -> ApplicationFacts.unknown(event.candidateId(), row(event).orElseThrow());
      case ApplicationFacts facts -> facts;
      case FeedbackFacts _, CandidateFacts _ ->
          throw new IllegalArgumentException(name(event) + " is not of this row");
    };
  }

  private static CandidateFacts candidate(@Nullable Facts before, ReboundEvent event) {
    return switch (before) {
      case null -> CandidateFacts.undecided(event.candidateId());
      case CandidateFacts facts -> facts;
      case ApplicationFacts _, FeedbackFacts _ ->
          throw new IllegalArgumentException(name(event) + " is not of this row");
    };
  }

  private static ApplicationFacts with(ApplicationFacts facts, FeedbackGiven given) {
    List<FeedbackGiven> all =
        Stream.concat(facts.feedback().stream(), Stream.of(given)).sorted(OLDEST_FIRST).toList();
    return facts.withFeedback(all);
  }

  private FeedbackGiven given(UUID eventId, FeedbackReceived event) {
    Gathering read = evidence.of(eventId, event);
    return new FeedbackGiven(
        event.feedbackId(),
        eventId,
        event.source(),
        event.receivedOn(),
        event.round(),
        event.comments(),
        event.ratings(),
        event.stages(),
        event.decisive(),
        event.specificity(),
        read.evidence(),
        read.texts());
  }

  private static String name(ReboundEvent event) {
    return event.getClass().getSimpleName();
  }
}
