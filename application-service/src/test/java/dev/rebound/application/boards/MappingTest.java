package dev.rebound.application.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.boards.Mapping.Ending;
import dev.rebound.events.EventJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

  private final Mapping mapping =
      new Mapping(
          null,
          null,
          Map.of("R-9", Ending.WITHDRAWN, "hired", Ending.HIRED, "Other", Ending.REJECTED),
          null);

  @Test
  void aReasonMeansWhatIsSaidOfItsIdOrElseOfItsText() {
    assertThat(mapping.ending("r-9", "Hired")).contains(Ending.WITHDRAWN);
    assertThat(mapping.ending("r-1", "Hired")).contains(Ending.HIRED);
    assertThat(mapping.ending(null, "other")).contains(Ending.REJECTED);
    assertThat(mapping.ending("r-1", "Experience")).isEmpty();
    assertThat(mapping.ending(null, null)).isEmpty();
    assertThat(Mapping.NONE.ending("r-9", null)).isEmpty();
  }

  @Test
  void anItemMeansWhatIsSaidOfItsReason() throws Exception {
    assertThat(item("{\"id\":\"r-9\"}").ending(mapping)).contains(Ending.WITHDRAWN);
    assertThat(item("\"Hired\"").ending(mapping)).contains(Ending.HIRED);
    assertThat(item("\"Experience\"").ending(mapping)).isEmpty();
    assertThat(item("null").ending(mapping)).isEmpty();
  }

  private static RejectionItem item(String reason) throws Exception {
    return EventJson.mapper()
        .readValue(
            """
            {"externalId":"a","candidate":{"externalId":"c","email":"sam@example.org"},
             "posting":{"title":"T","company":"C"},"stage":"ASSESSMENT","rejectedOn":"2026-09-20",
             "reason":%s}
            """
                .formatted(reason),
            RejectionItem.class);
  }
}
