package dev.rebound.insights.search.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search as another engine takes it.
 *
 * @param query a text, or for JSON an object; null where there is an address instead
 * @param url an address that opens the search
 * @param lost what this target cannot express, in plain sentences
 */
public record Exported(@Nullable Object query, @Nullable String url, List<String> lost) {

  public Exported {
    lost = List.copyOf(lost);
  }
}
