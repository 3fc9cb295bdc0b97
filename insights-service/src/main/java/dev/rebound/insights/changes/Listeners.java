package dev.rebound.insights.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How many listen, so that nobody can hold all connections. */
@ApplicationScoped
public class Listeners {

  static final int MOST_OF_ONE = 4;
  static final int MOST = 400;

  private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

  /** Lets one more in, if there is room for it; {@link #leave} makes the room again. */
  synchronized boolean join(UUID candidate) {
    int all = open.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= MOST || open.getOrDefault(candidate, 0) >= MOST_OF_ONE) {
      return false;
    }
    open.merge(candidate, 1, Integer::sum);
    return true;
  }

  /** One is gone. */
  synchronized void leave(UUID candidate) {
    open.computeIfPresent(candidate, (id, count) -> count == 1 ? null : count - 1);
  }
}
