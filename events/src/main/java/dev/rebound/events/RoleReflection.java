package dev.rebound.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the candidate sees the role itself.
 *
 * @param dayToDay 1 (could not picture the days at all) to 5 (could picture them well)
 */
public record RoleReflection(@Nullable Integer dayToDay, List<ComponentEnergy> components) {

  public RoleReflection {
    components = components == null ? List.of() : List.copyOf(components);
  }

  /** One component of the job description and what it does to the candidate's energy. */
  public record ComponentEnergy(@Personal @Nullable String text, Energy energy) {}
}
