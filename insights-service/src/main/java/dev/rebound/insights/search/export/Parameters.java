package dev.rebound.insights.search.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, escaped as forms escape them. */
final class Parameters {

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a parameter, unless it has no value. */
  Parameters add(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(name, value.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry ->
            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
