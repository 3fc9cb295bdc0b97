package dev.rebound.application.adopting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.jobapplication.JobApplicationCommand.Reject;
import dev.rebound.application.jobapplication.JobApplicationCommand.Reopen;
import dev.rebound.events.ApplicationEvent.ApplicationRejected;
import dev.rebound.events.ApplicationEvent.ApplicationReopened;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionSource;
import dev.rebound.events.StageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waited is commanded once more as it was. */
class ReissuedTest {

  private static final UUID ID = UUID.fromString("0199f000-0000-7000-8000-000000000001");
  private static final UUID WAITED = UUID.fromString("0199f000-0000-7000-8000-0000000000cc");
  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 2);
  private static final Recruiter KIM = new Recruiter(WAITED, "Kim", "kim@example.net");
  private static final Posting POSTING =
      new Posting("Potter", "Clay", null, null, null, null, null, null, null, null, null);

  @Test
  void aRejectionNamesWhomItNamedAndEndedWhereItDid() {
    assertThat(Reissued.of(rejected(StageKind.ASSESSMENT), ID, ME, false))
        .isEqualTo(reject(StageKind.ASSESSMENT, false));
    assertThat(Reissued.of(rejected(null), ID, ME, false)).isEqualTo(reject(null, true));
  }

  @Test
  void theCandidatesOwnWithdrawalIsFinal() {
    ApplicationReopened reopened = new ApplicationReopened(WAITED, WAITED);

    assertThat(Reissued.of(reopened, ID, ME, false)).isEqualTo(new Reopen(ME, true));
    assertThat(Reissued.of(reopened, ID, ME, true)).isEqualTo(new Reopen(ME, false));
  }

  private static Reject reject(@Nullable StageKind stage, boolean unknown) {
    return new Reject(ME, stage, unknown, DAY, RejectionSource.BOARD, null, "No.", "Sam", KIM);
  }

  private static ApplicationRejected rejected(@Nullable StageKind stage) {
    return new ApplicationRejected(
        WAITED,
        WAITED,
        stage,
        DAY,
        RejectionSource.BOARD,
        null,
        "No.",
        POSTING,
        List.of(),
        KIM,
        "acme",
        "Sam");
  }
}
