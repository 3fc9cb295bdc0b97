package dev.rebound.application.applicationlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.applicationlist.ApplicationSummaryTable.Row;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.application.timeline.ApplicationStatus;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.EventJson;
import dev.rebound.events.Posting;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSummaryTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final Posting POSTING =
      new Posting(
          "Beekeeper",
          "Hive & Sons",
          "A very long text.",
          "Graz",
          null,
          null,
          null,
          "Honey",
          null,
          null,
          null);
  private static final ApplicationSubmitted SUBMITTED =
      new ApplicationSubmitted(ID, ME, POSTING, DAY, null, "acme", null, null);
  private static final ApplicationRejected REJECTED =
      new ApplicationRejected(
          ID,
          ME,
          StageKind.ASSESSMENT,
          DAY.plusDays(9),
          RejectionSource.CANDIDATE,
          new RejectionReason("candidate", null, "too far away"),
          "sorry",
          POSTING.summary(),
          List.of(),
          null,
          "acme",
          null);

  @Test
  void aSubmissionBecomesARowWithoutTheLongText() {
    assertThat(summaryAfter(SUBMITTED))
        .isEqualTo(
            new ApplicationSummary(
                ID, ApplicationStatus.ACTIVE, POSTING.summary(), DAY, List.of(), null, "acme", 1));
  }

  static Stream<List<Object>> histories() {
    return Stream.of(
        List.of(List.of(SUBMITTED), ApplicationStatus.ACTIVE),
        List.of(List.of(SUBMITTED, REJECTED), ApplicationStatus.REJECTED),
        List.of(
            List.of(SUBMITTED, REJECTED, new ApplicationReopened(ID, ME)),
            ApplicationStatus.ACTIVE),
        List.of(
            List.of(SUBMITTED, new ApplicationWithdrawn(ID, ME, null)),
            ApplicationStatus.WITHDRAWN),
        List.of(List.of(SUBMITTED, new OfferReceived(ID, ME, DAY)), ApplicationStatus.OFFERED));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void statusFollowsTheEvents(List<Object> history) {
    ApplicationEvent[] events =
        ((List<?>) history.getFirst())
            .stream().map(ApplicationEvent.class::cast).toArray(ApplicationEvent[]::new);
    assertThat(summaryAfter(events).status()).isEqualTo(history.getLast());
  }

  @Test
  void aRejectionIsShownUntilItIsTakenBack() {
    assertThat(Objects.requireNonNull(summaryAfter(SUBMITTED, REJECTED).rejection()).reason())
        .isEqualTo("too far away");
    assertThat(summaryAfter(SUBMITTED, REJECTED, new ApplicationReopened(ID, ME)).rejection())
        .isNull();
  }

  @Test
  void stagesStandInOrder() {
    assertThat(
            summaryAfter(
                    SUBMITTED,
                    new StageReached(ID, ME, StageKind.FINAL_INTERVIEW, DAY.plusDays(8), null),
                    new StageReached(ID, ME, StageKind.RECRUITER_SCREEN, DAY.plusDays(2), "nice"))
                .stages())
        .containsExactly(
            new Stage(StageKind.RECRUITER_SCREEN, DAY.plusDays(2), "nice"),
            new Stage(StageKind.FINAL_INTERVIEW, DAY.plusDays(8), null));
  }

  @Test
  void anOfferIsAStage() {
    assertThat(summaryAfter(SUBMITTED, new OfferReceived(ID, ME, DAY.plusDays(20))).stages())
        .containsExactly(new Stage(StageKind.OFFER, DAY.plusDays(20), null));
  }

  @Test
  void aCorrectionReplacesThePosting() {
    Posting corrected =
        new Posting(
            "Head beekeeper", "Hive", "Long.", null, null, null, null, null, null, null, null);
    ApplicationSummary summary =
        summaryAfter(SUBMITTED, new ApplicationCorrected(ID, ME, corrected, null, null));
    assertThat(summary.posting()).isEqualTo(corrected.summary());
    assertThat(summary.appliedOn()).isEqualTo(SUBMITTED.appliedOn());
  }

  @Test
  void aCorrectionReplacesTheDay() {
    LocalDate earlier = SUBMITTED.appliedOn().minusDays(20);
    ApplicationCorrected corrected =
        new ApplicationCorrected(ID, ME, SUBMITTED.posting(), null, earlier);
    assertThat(summaryAfter(SUBMITTED, corrected).appliedOn()).isEqualTo(earlier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beek", "HIVE & s", "graz", "honey"})
  void isFoundByItsWords(String q) {
    assertThat(summaryAfter(SUBMITTED).mentions(q)).isTrue();
  }

  @Test
  void isNotFoundByOtherWords() {
    assertThat(summaryAfter(SUBMITTED).mentions("very long")).isFalse();
  }

  @Test
  void aBatchFoldsOntoTheRowsThereAre() {
    Row former = new Row(ME, summaryAfter(SUBMITTED), Instant.EPOCH);
    assertThat(ApplicationSummaryProjection.fold(List.of(former), stored(2, REJECTED)))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.owner()).isEqualTo(ME);
          assertThat(row.summary()).isEqualTo(summaryAfter(SUBMITTED, REJECTED));
        });
  }

  @Test
  void whatHasNoBeginningIsLeftOut() {
    assertThat(ApplicationSummaryProjection.fold(List.of(), stored(2, REJECTED))).isEmpty();
  }

  @Test
  void isReadAsItWasKept() throws Exception {
    ApplicationSummary summary = summaryAfter(SUBMITTED, REJECTED);
    byte[] kept = EventJson.mapper().writeValueAsBytes(summary);
    assertThat(EventJson.mapper().readValue(kept, ApplicationSummary.class)).isEqualTo(summary);
  }

  private static ApplicationSummary summaryAfter(ApplicationEvent... history) {
    Collection<Row> rows = ApplicationSummaryProjection.fold(List.of(), stored(1, history));
    return rows.iterator().next().summary();
  }

  private static List<StoredEvent> stored(int first, ApplicationEvent... events) {
    Metadata metadata = new Metadata(Instant.parse("2026-05-04T10:00:00Z"), ME, null, null);
    List<StoredEvent> stored = new ArrayList<>();
    for (ApplicationEvent event : events) {
      stored.add(
          new StoredEvent(
              new UUID(7, stored.size()),
              new StreamId("application", ID),
              first + stored.size(),
              metadata,
              event));
    }
    return stored;
  }
}
