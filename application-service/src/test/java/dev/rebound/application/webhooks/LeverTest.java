package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Lever's deliveries mean. */
class LeverTest {

  private static final Instant AT = Instant.parse("2026-10-02T15:50:41.123Z");

  private final Lever lever = new Lever();

  @Test
  void whoIsDeletedIsErasedByEitherId() {
    String deleted = sample("lever-deleted");

    assertThat(read(deleted).what()).isEqualTo(new Reported.PersonErased(List.of("c-77", "k-5")));
    assertThat(read(deleted.replace("candidateId", "other")).what())
        .isEqualTo(new Reported.PersonErased(List.of("k-5")));
    assertThat(read(deleted.replace("k-5", "c-77")).what())
        .isEqualTo(new Reported.PersonErased(List.of("c-77")));
  }

  @Test
  void aDeletionOfNobodyIsToldAndATestCallIsNone() {
    String deleted = sample("lever-deleted");

    assertThat(read(deleted.replace("candidateId", "a").replace("contactId", "b")).what())
        .isInstanceOf(Reported.Unusable.class);
    assertThat(read(deleted.replaceFirst("\"data\": \\{[^}]*}", "\"data\": {}")).what())
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
        Map.of("application", "a-1001", "person", "c-77", "contact", "k-5", "reason", "r-1"));
  }
}
