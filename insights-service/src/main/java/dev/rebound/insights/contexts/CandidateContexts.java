package dev.rebound.insights.contexts;

import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one candidate: what every question is a function of.
 *
 * @param asOf when the last event that is part of it happened; null where there is none
 * @param applications ordered by the day they are placed at, then by id
 * @param feedback what belongs to no application, ordered alike
 */
public record CandidateContexts(
    @Nullable Instant asOf,
    CandidateFacts candidate,
    List<ApplicationFacts> applications,
    List<FeedbackFacts> feedback) {

  public CandidateContexts {
    applications =
        applications.stream()
            .sorted(
                Comparator.comparing(
                        ApplicationFacts::heldOn,
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(ApplicationFacts::id))
            .toList();
    feedback =
        feedback.stream()
            .sorted(
                Comparator.comparing((FeedbackFacts facts) -> facts.feedback().receivedOn())
                    .thenComparing(FeedbackFacts::id))
            .toList();
  }

  /** Sorts a candidate's rows, in any order, into what they are. */
  public static CandidateContexts of(
      UUID candidateId, List<? extends Facts> rows, @Nullable Instant asOf) {
    CandidateFacts candidate = CandidateFacts.undecided(candidateId);
    List<ApplicationFacts> applications = new ArrayList<>();
    List<FeedbackFacts> feedback = new ArrayList<>();
    for (Facts row : rows) {
      switch (row) {
        case ApplicationFacts application -> applications.add(application);
        case FeedbackFacts given -> feedback.add(given);
        case CandidateFacts decided -> candidate = decided;
      }
    }
    return new CandidateContexts(asOf, candidate, applications, feedback);
  }

  /** A candidate of whom nothing is known. */
  public static CandidateContexts none(UUID candidateId) {
    return of(candidateId, List.of(), null);
  }

  /** The candidate's application of this id, where it is one of theirs. */
  public Optional<ApplicationFacts> application(UUID id) {
    return applications.stream().filter(application -> application.id().equals(id)).findFirst();
  }

  /** The applications whose rejection stands, oldest rejection first. */
  public List<ApplicationFacts> rejected() {
    return applications.stream()
        .filter(application -> application.status() == Status.REJECTED)
        .toList();
  }

  /** All evidence as the candidate wants it read: corrected, without what they dismissed. */
  public List<Evidence> evidence() {
    Corrections corrections = corrections();
    return said().map(corrections::over).flatMap(List::stream).toList();
  }

  /** The evidence that the candidate does not want to count, as it would count; newest first. */
  public List<Evidence> dismissed() {
    Corrections corrections = corrections();
    return said()
        .map(corrections::dismissed)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Evidence::at).reversed().thenComparing(Evidence::id))
        .toList();
  }

  /** The evidence of one application, as the candidate wants it read. */
  public List<Evidence> evidenceOf(ApplicationFacts application) {
    Corrections corrections = corrections();
    return application.said().stream().map(corrections::over).flatMap(List::stream).toList();
  }

  /**
   * What the rating of a theme, or the giver's word that it decided, says as the candidate wants it
   * read; empty where it was dismissed, and for a rating in the middle, which says nothing.
   */
  public Optional<Evidence> rated(FeedbackGiven given, Theme theme) {
    UUID id = Gathering.id(given.eventId(), Ratings.PLACE, theme, 1);
    return said()
        .filter(said -> said.eventId().equals(given.eventId()))
        .flatMap(said -> corrections().over(said).stream())
        .filter(evidence -> evidence.id().equals(id))
        .findFirst();
  }

  /**
   * A piece of evidence as it was read, dismissed or not: what a correction of it is about. Empty
   * where there is no such evidence.
   */
  public Optional<CorrectedReading> reading(UUID evidenceId) {
    Corrections corrections = corrections();
    return said()
        .flatMap(said ->
            corrections.asRead(said).stream()
                .filter(evidence -> evidence.id().equals(evidenceId))
                .map(evidence -> corrections.shown(said, evidence)))
        .findFirst();
  }

  /** The day each context is placed at, by its id; without those whose day is not known yet. */
  public Map<UUID, LocalDate> days() {
    Map<UUID, LocalDate> days = new HashMap<>();
    for (ApplicationFacts application : applications) {
      LocalDate day = application.heldOn();
      if (day != null) {
        days.put(application.id(), day);
      }
    }
    feedback.forEach(given -> days.put(given.id(), given.feedback().receivedOn()));
    return days;
  }

  /** How many contexts there are: applications, and pieces of feedback that belong to none. */
  public int count() {
    return applications.size() + feedback.size();
  }

  private Stream<Said> said() {
    return Stream.of(applications, feedback)
        .flatMap(List::stream)
        .flatMap(facts -> facts.said().stream());
  }

  private Corrections corrections() {
    return new Corrections(candidate.corrections());
  }
}
