package dev.rebound.application.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Greenhouse's deliveries mean. */
class GreenhouseTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "application", "46194062", "person", "77", "email", "sam@example.org", "stage", "Offer");

  private final Greenhouse greenhouse = new Greenhouse();

  @Test
  void aProspectHasNotApplied() {
    assertThat(read(sample("greenhouse-prospect"))).isEqualTo(new Reported.Nothing());
    assertThat(
            read(
                sample("greenhouse-candidate_stage_change")
                    .replace("\"prospect\": false", "\"prospect\": true")))
        .isEqualTo(new Reported.Nothing());
    assertThat(read(sample("greenhouse-reject_candidate"))).isInstanceOf(Reported.Ended.class);
    assertThat(read(sample("greenhouse-candidate_stage_change")))
        .isInstanceOf(Reported.CameTo.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"full_name\", \"email_addresses\"]",
        "[\"notes\", \"full_name\"]",
        "[\"email_addresses\"]",
        "null"
      })
  void whoHasNeitherNameNorAddressIsErased(String fields) {
    assertThat(
            read(
                sample("greenhouse-candidate_anonymized")
                    .replace("[\"full_name\", \"email_addresses\"]", fields)))
        .isEqualTo(new Reported.PersonErased(List.of("77")));
  }

  @Test
  void whoLosesOtherFieldsIsNot() {
    assertThat(read(sample("greenhouse-candidate_anonymized-notes")))
        .isEqualTo(new Reported.Nothing());
    assertThat(
            read(
                sample("greenhouse-candidate_anonymized-notes")
                    .replace("[\"notes\", \"tags\"]", "[]")))
        .isEqualTo(new Reported.Nothing());
  }

  /** Set up beside 'deleted', it is told in its stead. */
  @Test
  void whoIsMergedIsNotErased() {
    assertThat(read(sample("greenhouse-merge_candidate"))).isEqualTo(new Reported.Nothing());
    assertThat(read(sample("greenhouse-delete_candidate")))
        .isEqualTo(new Reported.PersonErased(List.of("77")));
  }

  @Test
  void itIsToldWhenTheApplicationChanged() {
    assertThat(at(sample("greenhouse-unreject_candidate")))
        .isEqualTo(Instant.parse("2026-10-02T15:50:41Z"));
    assertThat(
            at(
                sample("greenhouse-reject_candidate")
                    .replace("last_activity_at", "none")
                    .replace("15:50:41", "16:00:00")))
        .isEqualTo(Instant.parse("2026-10-02T16:00:00Z"));
    assertThat(at(sample("greenhouse-delete_candidate"))).isNull();
  }

  private Reported read(String body) {
    return received(body).what();
  }

  private @Nullable Instant at(String body) {
    return received(body).at();
  }

  private Received received(String body) {
    return greenhouse.read(new Delivery(name -> null, body.getBytes(UTF_8)));
  }

  private static String sample(String name) {
    return Systems.sample(name, VALUES);
  }
}
