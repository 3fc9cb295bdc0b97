package dev.rebound.application.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.ApplicationEvent.OfferReceived;
import dev.rebound.events.ApplicationEvent.ReflectionCompleted;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Posting;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final Posting POSTING =
      new Posting("Potter", "Clay", null, null, null, null, null, null, null, null, null);

  @Test
  void tellsEverythingInTheOrderInWhichItHappened() {
    List<StoredEvent> application =
        List.of(
            stored(1, 0, new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null)),
            stored(
                2,
                10,
                new ApplicationRejected(
                    ID,
                    ME,
                    StageKind.ASSESSMENT,
                    DAY.plusDays(9),
                    RejectionSource.CANDIDATE,
                    null,
                    "not this time",
                    POSTING,
                    List.of(StageKind.ASSESSMENT),
                    null,
                    null,
                    null)),
            // Recorded late, and told where it belongs.
            stored(
                3, 11, new StageReached(ID, ME, StageKind.ASSESSMENT, DAY.plusDays(3), "a bowl")),
            stored(4, 20, new ApplicationReopened(ID, ME)),
            stored(5, 21, new ApplicationCorrected(ID, ME, POSTING, null, null)),
            stored(6, 30, new OfferReceived(ID, ME, DAY.plusDays(29))),
            stored(7, 31, new ApplicationWithdrawn(ID, ME, "another kiln")));
    List<StoredEvent> reflection =
        List.of(stored(1, 12, reflected("smaller bowls")), stored(2, 13, reflected(null)));

    assertThat(Timeline.of(application, reflection))
        .extracting(TimelineEntry::type, TimelineEntry::title, TimelineEntry::detail)
        .containsExactly(
            tuple("APPLICATION_SUBMITTED", "Application sent", "Potter, Clay"),
            tuple("STAGE_REACHED", "Assessment", "a bowl"),
            tuple("APPLICATION_REJECTED", "Rejected after: Assessment", "not this time"),
            tuple("REFLECTION_COMPLETED", "Reflection completed", "smaller bowls"),
            tuple("REFLECTION_COMPLETED", "Reflection revised", null),
            tuple("APPLICATION_REOPENED", "Rejection taken back", null),
            tuple("APPLICATION_CORRECTED", "Record corrected", "Potter, Clay"),
            tuple("OFFER_RECEIVED", "Offer received", null),
            tuple("APPLICATION_WITHDRAWN", "Withdrawn", "another kiln"));
  }

  @Test
  void tellsTheDayOfTheApplicationAsItWasPutRight() {
    List<StoredEvent> application =
        List.of(
            stored(1, 0, new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null)),
            stored(2, 1, new ApplicationCorrected(ID, ME, POSTING, null, DAY.minusDays(30))),
            stored(3, 2, new ApplicationCorrected(ID, ME, POSTING, null, null)),
            stored(4, 3, new StageReached(ID, ME, StageKind.ASSESSMENT, DAY.minusDays(9), null)));

    assertThat(Timeline.of(application, List.of()).subList(0, 2))
        .extracting(TimelineEntry::title, TimelineEntry::on)
        .containsExactly(
            tuple("Application sent", DAY.minusDays(30)), tuple("Assessment", DAY.minusDays(9)));
  }

  /** The same rejection once more, on the day that it was taken back. */
  @Test
  void endsWithHowItStands() {
    List<StoredEvent> application =
        List.of(
            stored(1, 0, new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null)),
            stored(2, 14, rejectedOn(DAY.plusDays(10))),
            stored(3, 15, new ApplicationReopened(ID, ME)),
            stored(4, 15, rejectedOn(DAY.plusDays(10))),
            // Told late, and of the time in between.
            stored(5, 16, new StageReached(ID, ME, StageKind.ASSESSMENT, DAY.plusDays(8), null)));

    assertThat(Timeline.of(application, List.of()))
        .extracting(TimelineEntry::title, TimelineEntry::on)
        .containsExactly(
            tuple("Application sent", DAY),
            tuple("Assessment", DAY.plusDays(8)),
            tuple("Rejected", DAY.plusDays(10)),
            tuple("Rejection taken back", null),
            tuple("Rejected", DAY.plusDays(10)));
  }

  @Test
  void anOfferOfBeforeTheRejectionWasTakenBackIsTheStatusAllTheSame() {
    List<StoredEvent> application =
        List.of(
            stored(1, 0, new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null)),
            stored(2, 14, rejectedOn(DAY.plusDays(10))),
            stored(3, 15, new ApplicationReopened(ID, ME)),
            stored(4, 16, new OfferReceived(ID, ME, DAY.plusDays(12))));

    assertThat(titles(application, List.of()))
        .containsExactly("Application sent", "Rejected", "Rejection taken back", "Offer received");
  }

  @Test
  void saysWhatWasTakenBack() {
    List<StoredEvent> application =
        List.of(
            stored(1, 0, new ApplicationSubmitted(ID, ME, POSTING, DAY, null, null, null, null)),
            stored(2, 1, rejectedOn(DAY)),
            stored(3, 2, new ApplicationReopened(ID, ME)),
            stored(4, 3, new ApplicationWithdrawn(ID, ME, null)),
            stored(5, 4, new ApplicationCorrected(ID, ME, POSTING, null, null)),
            stored(6, 5, new ApplicationReopened(ID, ME)));

    assertThat(titles(application, List.of()))
        .containsExactly(
            "Application sent",
            "Rejected",
            "Rejection taken back",
            "Withdrawn",
            "Record corrected",
            "Withdrawal taken back");
  }

  /** Where the candidate is it is the next day already. */
  @Test
  void whatNamesNoDayIsNotBeforeWhatItFollowed() {
    LocalDate tomorrow = DAY.plusDays(1);
    List<StoredEvent> application =
        List.of(
            stored(
                1, 0, new ApplicationSubmitted(ID, ME, POSTING, tomorrow, null, null, null, null)),
            stored(2, 0, new ApplicationCorrected(ID, ME, POSTING, null, null)),
            stored(3, 0, rejectedOn(tomorrow)),
            stored(4, 0, new ApplicationReopened(ID, ME)),
            stored(5, 0, new ApplicationWithdrawn(ID, ME, null)));

    assertThat(titles(application, List.of(stored(1, 0, reflected(null)))))
        .containsExactly(
            "Application sent",
            "Record corrected",
            "Rejected",
            "Rejection taken back",
            "Withdrawn",
            "Reflection completed");
  }

  private static List<String> titles(List<StoredEvent> application, List<StoredEvent> reflection) {
    return Timeline.of(application, reflection).stream().map(TimelineEntry::title).toList();
  }

  private static ApplicationRejected rejectedOn(LocalDate day) {
    return new ApplicationRejected(
        ID,
        ME,
        null,
        day,
        RejectionSource.CANDIDATE,
        null,
        null,
        POSTING,
        List.of(),
        null,
        null,
        null);
  }

  private static ReflectionCompleted reflected(@org.jspecify.annotations.Nullable String lessons) {
    return new ReflectionCompleted(ID, ME, List.of(), List.of(), null, lessons);
  }

  /** An event recorded so many days after the application. */
  private static StoredEvent stored(int version, int days, ApplicationEvent event) {
    Instant at = Instant.parse("2026-05-04T10:00:00Z").plusSeconds(days * 86_400L);
    return new StoredEvent(
        new UUID(days, version),
        new StreamId("application", ID),
        version,
        new Metadata(at, ME, null, null),
        event);
  }
}
