package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Lever's deliveries mean. */
class LeverTest {

  private static final Instant AT = Instant.parse("2026-10-02T15:50:41.123Z");

  private final Lever lever = new Lever();

  @Test
  void whoIsDeletedIsErased() {
    assertThat(read(sample("lever-deleted")).what()).isEqualTo(new Reported.PersonErased("c-77"));
    assertThat(read(sample("lever-deleted").replace("candidateId", "contactId")).what())
        .isEqualTo(new Reported.PersonErased("c-77"));
    assertThat(read(sample("lever-deleted").replace("candidateId", "other")).what())
        .isEqualTo(new Reported.Ping());
  }

  @Test
  void aStageIsNamedByItsId() {
    assertThat(read(sample("lever-stageChange")).what())
        .isEqualTo(
            new Reported.CameTo("a-1001", null, "a1b2-trial-week", LocalDate.of(2026, 10, 2)));
  }

  @Test
  void anArchivingIsARejectionUnlessItIsMapped() {
    assertThat(read(sample("lever-archived")).what())
        .isEqualTo(
            new Reported.Ended("a-1001", null, null, LocalDate.of(2026, 10, 2), "r-1", null, true));
    assertThat(read(sample("lever-unarchived")).what()).isEqualTo(new Reported.Reopened("a-1001"));
  }

  @Test
  void otherEventsMeanNothing() {
    assertThat(read(sample("lever-applicationCreated")).what()).isEqualTo(new Reported.Nothing());
  }

  @Test
  void itIsToldWhenItHappened() {
    assertThat(read(sample("lever-archived")).at()).isEqualTo(AT);
  }

  private Received read(String body) {
    return lever.read(new Delivery(name -> null, body.getBytes(UTF_8)));
  }

  private static String sample(String name) {
    return Systems.leverBody(
        Systems.LEVER,
        name,
        AT,
        Map.of("application", "a-1001", "person", "c-77", "reason", "r-1"));
  }
}
