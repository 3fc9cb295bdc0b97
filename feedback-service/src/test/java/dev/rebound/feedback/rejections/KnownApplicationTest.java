package dev.rebound.feedback.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.ApplicationEvent;
import dev.rebound.events.ApplicationEvent.ApplicationCorrected;
import dev.rebound.events.ApplicationEvent.StageReached;
import dev.rebound.events.Posting;
import dev.rebound.events.StageKind;
import dev.rebound.eventstore.Metadata;
import dev.rebound.eventstore.StoredEvent;
import dev.rebound.eventstore.StreamId;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownApplicationTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");
  private final Played played = Played.of(UUID.randomUUID(), "Milller", null);

  @Test
  void whatIsPutRightAfterTheRejectionIsWhatIsAskedAbout() {
    Posting right =
        new Posting("Miller", "Mill", "long", null, null, null, null, null, null, List.of(), null);

    KnownApplication after =
        after(
            rejected(),
            new ApplicationCorrected(
                played.applicationId(), played.candidateId(), right, null, null));

    assertThat(Objects.requireNonNull(after.rejection()).posting()).isEqualTo(right.summary());
  }

  @Test
  void aStageThatIsAddedAfterwardsCanBeRated() {
    KnownApplication after =
        after(
            rejected(),
            new StageReached(
                played.applicationId(), played.candidateId(), StageKind.ASSESSMENT, DAY, null));

    assertThat(Objects.requireNonNull(after.rejection()).stages())
        .containsExactly(
            StageKind.RECRUITER_SCREEN, StageKind.ASSESSMENT, StageKind.TECHNICAL_INTERVIEW);
  }

  @Test
  void aStageOfWhatIsNotRejectedSaysNothing() {
    StageReached reached =
        new StageReached(
            played.applicationId(), played.candidateId(), StageKind.ASSESSMENT, DAY, null);

    assertThat(KnownApplication.evolve(null, stored(reached))).isNull();
  }

  private KnownApplication rejected() {
    return after(null, Rejections.rejected(played, UUID.randomUUID()));
  }

  private KnownApplication after(@Nullable KnownApplication state, ApplicationEvent event) {
    return Objects.requireNonNull(KnownApplication.evolve(state, stored(event)));
  }

  private StoredEvent stored(ApplicationEvent event) {
    return new StoredEvent(
        UUID.randomUUID(),
        new StreamId("application", played.applicationId()),
        1,
        new Metadata(Instant.now(), UUID.randomUUID(), null, null),
        event);
  }
}
