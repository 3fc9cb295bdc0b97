package dev.rebound.application.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.boards.BoardRejections.NotTaken;
import dev.rebound.application.boards.BoardRejections.Received;
import dev.rebound.application.boards.KnownApplications.Again;
import dev.rebound.application.boards.KnownApplications.Withdrawal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Items of a list whose reason is mapped to another ending. */
class ListedTest {

  private final UUID application = UUID.randomUUID();
  private final UUID event = UUID.randomUUID();

  @Test
  void aWithdrawalCountsLikeARejection() {
    Listed listed = new Listed();
    listed.withdraw(0, new Withdrawal(application, "moved"));
    listed.withdraw(1, new Withdrawal(application, "moved"));
    listed.withdraw(2, new Withdrawal(UUID.randomUUID(), null));
    listed.refuse(3, Listed.HIRED);

    assertThat(listed.withdrawals())
        .hasSize(2)
        .first()
        .isEqualTo(new Withdrawal(application, "moved"));
    listed.rejected(List.of());
    listed.withdrew(List.of(new Again.Recorded(event), new Again.Refused("no")));

    assertThat(listed.outcome().event()).isEqualTo(event);
    assertThat(listed.outcome().body())
        .isEqualTo(
            new Received(1, 1, List.of(new NotTaken(2, "no"), new NotTaken(3, Listed.HIRED))));
  }
}
