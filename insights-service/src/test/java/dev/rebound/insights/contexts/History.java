package dev.rebound.insights.contexts;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Cause;
import dev.rebound.events.FeedbackEvent;
import dev.rebound.events.FeedbackEvent.FeedbackReceived;
import dev.rebound.events.FeedbackSource;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.InsightsEvent;
import dev.rebound.events.Posting;
import dev.rebound.events.ReboundEvent;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageRating;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import dev.rebound.events.ThemeRating;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to one candidate, written down for a test; ids are the same in every run. */
public final class History {

  /** The candidate whose history it is. */
  public static final UUID CANDIDATE = id("candidate");

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private final UUID candidate;
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<StreamId, Integer> versions = new HashMap<>();

  /** The history of {@link #CANDIDATE}. */
  public History() {
    this(CANDIDATE);
  }

  /** The history of another candidate, whose applications share no id with those of others. */
  public History(UUID candidate) {
    this.candidate = candidate;
  }

  /** The id that a name stands for in this history. */
  public UUID own(String name) {
    return candidate.equals(CANDIDATE) ? id(name) : id(candidate + name);
  }

  /** The id that a name stands for. */
  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** An application for a role called {@code name}. */
  public History applied(String name, LocalDate on) {
    return applied(
        name,
        on,
        new Posting(
            name, "Harbour Works", "Do " + name, null, null, null, null, null, null, null, null));
  }

  /** An application, known here as {@code name}, for this posting. */
  public History applied(String name, LocalDate on, Posting posting) {
    return add(
        "application",
        own(name),
        new ApplicationSubmitted(own(name), candidate, posting, on, null, null, null, null));
  }

  /** A stage of it. */
  public History reached(String name, StageKind stage, LocalDate on) {
    return add("application", own(name), new StageReached(own(name), candidate, stage, on, null));
  }

  /** Its rejection. */
  public History rejected(
      String name, @Nullable StageKind stage, LocalDate on, @Nullable String message) {
    Posting posting =
        new Posting(name, "Harbour Works", null, null, null, null, null, null, null, null, null);
    return add(
        "application",
        own(name),
        new ApplicationRejected(
            own(name),
            candidate,
            stage,
            on,
            RejectionSource.CANDIDATE,
            null,
            message,
            posting,
            stage == null ? List.of() : List.of(stage),
            null,
            null,
            null));
  }

  /** An application that was rejected at once. */
  public History rejection(String name, LocalDate on, @Nullable String message) {
    return applied(name, on.minusDays(20))
        .rejected(name, StageKind.TECHNICAL_INTERVIEW, on, message);
  }

  /** The candidate's reflection on it, naming these causes. */
  public History reflected(String name, Theme... causes) {
    return reflected(
        name,
        List.of(),
        List.of(causes).stream().map(t -> new Cause(t, null, null)).toList(),
        null);
  }

  /** The candidate's reflection on it. */
  public History reflected(
      String name,
      List<StageReflection> stages,
      List<Cause> causes,
      @Nullable RoleReflection role) {
    return add(
        "reflection",
        own(name),
        new ReflectionCompleted(own(name), candidate, stages, causes, role, null));
  }

  /** A recruiter's words about it. */
  public History answered(String name, LocalDate on, String comments) {
    return answered(name, on, comments, List.of(), List.of(), List.of());
  }

  /** A recruiter's words and ratings about it. */
  public History answered(
      String name,
      LocalDate on,
      @Nullable String comments,
      List<ThemeRating> ratings,
      List<StageRating> stages,
      List<Theme> decisive) {
    return feedback(
        "feedback on " + name + on,
        own(name),
        FeedbackSource.RECRUITER,
        on,
        comments,
        ratings,
        stages,
        decisive);
  }

  /** Somebody's words about the candidate, apart from any application. */
  public History told(FeedbackSource source, LocalDate on, String comments) {
    return feedback(source + " " + on, null, source, on, comments, List.of(), List.of(), List.of());
  }

  /** Words about an application that somebody else than its recruiter gave. */
  public History toldAbout(String name, FeedbackSource source, LocalDate on, String comments) {
    return feedback(
        source + " on " + name + on,
        own(name),
        source,
        on,
        comments,
        List.of(),
        List.of(),
        List.of());
  }

  private History feedback(
      String name,
      @Nullable UUID application,
      FeedbackSource source,
      LocalDate on,
      @Nullable String comments,
      List<ThemeRating> ratings,
      List<StageRating> stages,
      List<Theme> decisive) {
    return add(
        "feedback",
        own(name),
        new FeedbackReceived(
            own(name),
            null,
            application,
            candidate,
            source,
            on,
            1,
            comments,
            ratings,
            stages,
            decisive,
            new FeedbackSpecificity(SpecificityLevel.SPECIFIC, 1, List.of(), "test")));
  }

  /** A decision of the candidate's. */
  public History decided(InsightsEvent event) {
    return add("reading", candidate, event);
  }

  /** Any other event of a stream. */
  public History add(String category, UUID stream, ReboundEvent event) {
    StreamId id = new StreamId(category, stream);
    int version = versions.merge(id, 1, Integer::sum);
    events.add(
        new StoredEvent(
            own(id + "@" + version),
            id,
            version,
            new Metadata(START.plusSeconds(events.size()), id("correlation"), null, null),
            event));
    return this;
  }

  /** Everything, in the order it happened. */
  public List<StoredEvent> events() {
    return List.copyOf(events);
  }

  /** What reached the topic of applications. */
  public List<StoredEvent> applications() {
    return events.stream().filter(e -> e.event() instanceof ApplicationEvent).toList();
  }

  /** What reached the topic of feedback. */
  public List<StoredEvent> feedback() {
    return events.stream().filter(e -> e.event() instanceof FeedbackEvent).toList();
  }

  List<StoredEvent> insights() {
    return events.stream().filter(e -> e.event() instanceof InsightsEvent).toList();
  }

  /** The contexts that follow, with texts read by this reader. */
  public CandidateContexts contexts(ScriptedReader reader) {
    return fold(new Folding(reader), events);
  }

  /** The contexts that follow, with texts that say nothing. */
  public CandidateContexts contexts() {
    return contexts(new ScriptedReader());
  }

  static CandidateContexts fold(Folding folding, List<StoredEvent> events) {
    Map<UUID, Facts> rows = new HashMap<>();
    for (StoredEvent event : events) {
      Folding.row(event.event())
          .ifPresent(row -> rows.put(row, folding.evolve(rows.get(row), event)));
    }
    return CandidateContexts.of(CANDIDATE, List.copyOf(rows.values()), null);
  }
}
