package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FencedBlockTest {

  @Test
  void blocks_are_found_in_reading_order_with_what_they_stand_under() {
    String page =
        """
        # Tides

        Say `ebb` or:

        ```
        # no heading
        ebb --slow

        ```

        ## Springs
        ```json
        {"tide": "spring"}
        ```
        - in a list:
          ```bash
          flood
          ```
        """;

    assertThat(FencedBlock.in(page.lines().toList()))
        .containsExactly(
            new FencedBlock("Tides", "", "# no heading\nebb --slow\n"),
            new FencedBlock("Springs", "json", "{\"tide\": \"spring\"}"),
            new FencedBlock("Springs", "bash", "  flood"));
  }

  @Test
  void a_block_without_an_end_is_a_mistake() {
    assertThatThrownBy(() -> FencedBlock.in("text\n```\nebb".lines().toList()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ebb");
  }
}
