package dev.rebound.insights.contexts;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.ConsentChanged;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.ApplicationEvent.SubjectErased;
import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import dev.rebound.insights.contexts.ApplicationFacts.Stage;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events of {@code rebound.applications} do to an application's facts. */
final class ApplicationFolding {

  /** The most of a job description that is kept, in characters. */
  private static final int LONGEST_DESCRIPTION = 20_000;

  private final EvidenceReading evidence;

  ApplicationFolding(EvidenceReading evidence) {
    this.evidence = evidence;
  }

  static UUID applicationId(ApplicationEvent event) {
    return switch (event) {
      case ApplicationSubmitted submitted -> submitted.applicationId();
      case ApplicationCorrected corrected -> corrected.applicationId();
      case StageReached reached -> reached.applicationId();
      case ApplicationRejected rejected -> rejected.applicationId();
      case ApplicationReopened reopened -> reopened.applicationId();
      case ApplicationWithdrawn withdrawn -> withdrawn.applicationId();
      case OfferReceived offered -> offered.applicationId();
      case ReflectionCompleted completed -> completed.applicationId();
      case ConsentChanged consent ->
          throw new IllegalArgumentException("consent is of no application: " + consent.board());
      case SubjectErased _ -> throw new IllegalArgumentException("an erasure is of no application");
    };
  }

  /**
   * The facts with one more event.
   *
   * @param on the day the event was taken in, UTC
   */
  ApplicationFacts evolve(
      ApplicationFacts facts, UUID eventId, LocalDate on, ApplicationEvent event) {
    return switch (event) {
      case ApplicationSubmitted submitted ->
          facts
              .withPosting(kept(submitted.posting()))
              .withSubmission(submitted.appliedOn(), submitted.board());
      case ApplicationCorrected corrected -> corrected(facts, corrected);
      case StageReached reached ->
          facts.withStages(
              merged(facts.stages(), List.of(new Stage(reached.stage(), reached.reachedOn()))));
      case ApplicationRejected rejected -> rejected(facts, eventId, rejected);
      case ApplicationReopened _ -> facts.withEnd(Status.ACTIVE, null, null);
      case ApplicationWithdrawn _ ->
          facts.withEnd(Status.WITHDRAWN, facts.rejection(), facts.offeredOn());
      case OfferReceived offered ->
          facts.withEnd(Status.OFFERED, facts.rejection(), offered.receivedOn());
      case ReflectionCompleted completed ->
          facts.withReflection(reflection(facts.reflection(), eventId, on, completed));
      case ConsentChanged _, SubjectErased _ -> facts;
    };
  }

  private static ApplicationFacts corrected(ApplicationFacts facts, ApplicationCorrected event) {
    ApplicationFacts posted = facts.withPosting(kept(event.posting()));
    LocalDate appliedOn = event.appliedOn();
    return appliedOn == null ? posted : posted.withSubmission(appliedOn, facts.board());
  }

  private Reflection reflection(
      @Nullable Reflection former, UUID eventId, LocalDate on, ReflectionCompleted completed) {
    Gathering read = evidence.of(eventId, on, completed);
    return new Reflection(
        eventId,
        former == null ? List.of() : former.replaced(),
        on,
        completed.stages(),
        completed.causes(),
        completed.role(),
        completed.lessons(),
        read.evidence(),
        read.texts());
  }

  private ApplicationFacts rejected(
      ApplicationFacts facts, UUID eventId, ApplicationRejected event) {
    Gathering read = evidence.of(eventId, event);
    List<Stage> stages = event.stages().stream().map(kind -> new Stage(kind, null)).toList();
    // Submitted or corrected postings carry more than the summary that comes with a rejection.
    boolean posted = !facts.posting().equals(ApplicationFacts.NO_POSTING);
    return facts
        .withPosting(posted ? facts.posting() : kept(event.posting()))
        .withStages(merged(stages, facts.stages()))
        .withEnd(
            Status.REJECTED,
            new Rejection(
                eventId,
                event.stage(),
                event.rejectedOn(),
                event.source(),
                event.reason(),
                event.message(),
                read.evidence(),
                read.texts()),
            facts.offeredOn());
  }

  /** Both lists as one, in the usual order; of a stage in both, the later list's date counts. */
  private static List<Stage> merged(List<Stage> stages, List<Stage> later) {
    Map<StageKind, Stage> byKind = new TreeMap<>();
    stages.forEach(stage -> byKind.put(stage.kind(), stage));
    later.forEach(stage -> byKind.put(stage.kind(), stage));
    return List.copyOf(byKind.values());
  }

  private static Posting kept(Posting posting) {
    return new Posting(
        posting.title(),
        posting.company(),
        shortened(posting.description()),
        posting.location(),
        posting.workplace(),
        posting.employmentType(),
        posting.seniority(),
        posting.industry(),
        null,
        posting.languages(),
        posting.salary());
  }

  private static @Nullable String shortened(@Nullable String description) {
    return description == null || description.length() <= LONGEST_DESCRIPTION
        ? description
        : description.substring(0, LONGEST_DESCRIPTION);
  }
}
