package dev.rebound.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {

  private static final String ID = "2b1f8a52-6f0d-4a7e-9f5a-6b1c7d3e9a10";

  @Test
  void what_is_written_can_be_read() {
    StreamId stream = new StreamId("feedback-request", UUID.fromString(ID));

    assertThat(StreamId.parse(stream.toString())).isEqualTo(stream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-" + ID,
        "--" + ID,
        "-application-" + ID,
        "Application-" + ID,
        "appl1cation-" + ID,
        "äpplication-" + ID,
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmno-" + ID,
        "application_" + ID,
        "application",
        "application-2b1f8a52-6f0d-4a7e-9f5a-6b1c7d3e9a1x",
        ""
      })
  void what_names_no_stream_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> StreamId.parse(text));
  }
}
