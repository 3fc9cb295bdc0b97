package dev.rebound.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.EventJson;
import dev.rebound.events.Posting;
import dev.rebound.eventstore.postgres.AppendStatement;
import dev.rebound.localstack.Trouble;
import dev.rebound.sealing.InMemoryKeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayloadTest {

  private final JsonMapper json = EventJson.mapper();

  @Test
  void whatIsSubmittedIsStoredAsAnEventOfTheSizeTheGoalsWereSetFor() throws IOException {
    JsonNode submission = json.readTree(Requests.SUBMISSION);
    ApplicationSubmitted event =
        new ApplicationSubmitted(
            UUID.randomUUID(),
            UUID.randomUUID(),
            json.treeToValue(submission.get("posting"), Posting.class),
            LocalDate.parse(submission.get("appliedOn").asText()),
            null,
            null,
            null,
            null);

    byte[] stored =
        json.writeValueAsBytes(
            InMemoryKeyRing.sealing().seal(event, "application-1/1/1").await().indefinitely());

    assertThat(new Stored(1, stored.length).remark()).isEmpty();
  }

  @Test
  void anEventOfAnotherSizeIsRemarkedUpon() {
    assertThat(new Stored(10, 9_820).remark())
        .hasValue("an event takes 982 bytes here: the goals were set for 400 to 500");
  }

  @Test
  void aLongerSubmissionIsLongerByWhatWasAskedForAndStillOne() throws IOException {
    String longer = Requests.submissionLongerBy(232);

    assertThat(longer.getBytes(StandardCharsets.UTF_8))
        .hasSize(Requests.SUBMISSION.getBytes(StandardCharsets.UTF_8).length + 232);
    assertThat(json.readTree(longer).at("/posting/title"))
        .isEqualTo(json.readTree(Requests.SUBMISSION).at("/posting/title"));
  }

  @Test
  void theScriptAppendsAsManyBytesAsItIsTold() {
    assertThat(AppendScript.of(AppendStatement.SQL, 472))
        .contains("repeat('x', 472)")
        .doesNotContain("$");
  }

  @Test
  void whatCameSinceCountsAlone() {
    Stored since = new Stored(30, 13_000).since(new Stored(10, 4_000));

    assertThat(since.each()).isEqualTo(450);
    assertThatThrownBy(() -> since.require(21)).isInstanceOf(Trouble.class);
  }
}
