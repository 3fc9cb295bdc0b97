package dev.rebound.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The season to be played. */
record Season(List<Application> applications, List<JsonNode> feedback) {

  /**
   * One application and how it went.
   *
   * @param answers what the recruiter answers, round by round; null where nobody answers
   */
  record Application(
      String key,
      JsonNode posting,
      List<List<String>> stages,
      String appliedOn,
      @Nullable JsonNode rejection,
      @Nullable List<String> answers,
      @Nullable List<List<Object>> ratings,
      @Nullable List<List<Object>> stageRatings,
      @Nullable List<String> decisive,
      @Nullable Reflection reflection,
      @Nullable String withdrawal,
      @Nullable String offer) {

    /** Whom to ask. */
    Map<String, String> recruiter(String run) {
      return Map.of("email", "recruiter-" + key + "-" + run + "@example.net");
    }
  }

  /**
   * What the candidate makes of it.
   *
   * @param stages kind, rank, rating, what went well, what to improve
   */
  record Reflection(
      List<List<@Nullable Object>> stages,
      List<String> causes,
      int dayToDay,
      List<String> energies,
      @Nullable String lessons) {}

  /** Reads the season that comes with the product. */
  static Season load() {
    try (InputStream in =
        Objects.requireNonNull(
            Season.class.getResourceAsStream("/demo/season.json"), "demo/season.json")) {
      return new ObjectMapper().readValue(in, Season.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
