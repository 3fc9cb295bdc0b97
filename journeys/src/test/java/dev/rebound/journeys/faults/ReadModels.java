package dev.rebound.journeys.faults;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every read model of candidates as a hash (those of boards are empty in these runs): the columns
 * that are in clear of all rows, and since the rest is sealed with a new nonce at each write, what
 * the API makes of it for some candidates.
 */
final class ReadModels {

  private static final Map<String, Map<String, String>> CLEAR =
      Map.of(
          "application",
          Map.of("application_summary", "id, owner, status, applied_on, board, updated"),
          "feedback",
          Map.of(
              "known_application",
              "application_id, candidate_id, rejection_event, recruiter_id, stages, board",
              "feedback_request",
              "request_id, candidate_id, application_id, recruiter_id, board, origin, status,"
                  + " round, stages, requested_at, level, score, missing, version",
              "received_feedback",
              "feedback_id, candidate_id, application_id, received_on",
              "invitation",
              "event_id, request_id, round, occasion"),
          "insights",
          Map.of("context", "candidate, id, revision, as_of"));

  private static final Map<String, List<String>> ANSWERS =
      Map.of(
          "application",
          List.of("applications?limit=200"),
          "feedback",
          List.of("feedback-requests?limit=200", "feedback?limit=200"),
          "insights",
          List.of(
              "insights/weaknesses",
              "insights/strengths",
              "insights/blind-spots",
              "insights/perspective",
              "insights/funnel",
              "growth-plan",
              "search-refinements",
              "search-profile"));

  private final Whole whole;
  private final Map<Candidate, Api> readers = new HashMap<>();

  ReadModels(Whole whole, Collection<Candidate> candidates) {
    this.whole = whole;
    candidates.forEach(candidate -> readers.put(candidate, whole.candidate(candidate)));
  }

  /** What they come to now: a hash for each table and each candidate's answer, by its name. */
  record Hashes(Map<String, String> byName, int rows) {}

  Hashes hashes() {
    Map<String, String> hashes = new TreeMap<>();
    int rows = 0;
    for (String database : CLEAR.keySet()) {
      for (Map.Entry<String, String> table : CLEAR.get(database).entrySet()) {
        List<List<String>> found =
            whole.rows(
                database,
                "select %s from %s order by %s"
                    .formatted(table.getValue(), table.getKey(), table.getValue()));
        rows += found.size();
        hashes.put(database + "." + table.getKey(), hash(found.toString()));
      }
    }
    answers().forEach((question, answer) -> hashes.put(question, hash(answer)));
    return new Hashes(hashes, rows);
  }

  /** Has every question answered; fails where one is not. Answers how many there were. */
  int read() {
    return answers().size();
  }

  private Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    readers.forEach((candidate, api) ->
        ANSWERS.forEach((service, paths) ->
            paths.forEach(path ->
                answers.put(
                    candidate + " " + path,
                    api.get(whole.url(service) + "/api/v1/" + path).body().toString()))));
    return answers;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
