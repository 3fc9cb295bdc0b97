package dev.rebound.application.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.application.boards.Owners.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnersTest {

  private final UUID work = UUID.randomUUID();
  private final UUID home = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final UUID candidate = UUID.randomUUID();
  private final List<UUID> both = List.of(work, home);

  @Test
  void the_first_address_that_somebody_signed_in_with_counts() {
    assertThat(new Found(Map.of(home, candidate), Set.of()).owner(both, person))
        .contains(candidate);
  }

  @Test
  void one_address_of_somebody_erased_is_enough() {
    assertThat(new Found(Map.of(home, candidate), Set.of(work)).owner(both, person)).isEmpty();
    assertThat(new Found(Map.of(), Set.of(home)).owner(both, person)).isEmpty();
  }

  @Test
  void else_it_waits_for_the_person_unless_the_board_had_them_erased() {
    assertThat(new Found(Map.of(), Set.of()).owner(both, person)).contains(person);
    assertThat(new Found(Map.of(), Set.of(person)).owner(both, person)).isEmpty();
    assertThat(new Found(Map.of(home, candidate), Set.of(person)).owner(both, person))
        .contains(candidate);
  }
}
