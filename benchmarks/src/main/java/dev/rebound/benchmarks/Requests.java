package dev.rebound.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The requests that are sent, ready as bytes. */
final class Requests {

  private Requests() {}

  /** A candidate and the token that says so. */
  record Candidate(UUID id, String token) {}

  /** So many new candidates, to take turns; each has a token of its own. */
  static List<Candidate> candidates(TokenIssuer issuer, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> UUID.randomUUID())
        .map(id -> new Candidate(id, issuer.candidate(id)))
        .toList();
  }

  /** Applications recorded by candidates in turn. */
  static Supplier<byte[]> submissions(List<Candidate> candidates) {
    return submissions(candidates, SUBMISSION);
  }

  /** The same with another body. */
  static Supplier<byte[]> submissions(List<Candidate> candidates, String body) {
    byte[][] requests =
        candidates.stream()
            .map(candidate -> post("/api/v1/applications", candidate.token(), body))
            .toArray(byte[][]::new);
    AtomicLong next = new AtomicLong();
    return () -> requests[(int) (next.getAndIncrement() % requests.length)];
  }

  /**
   * An application with the words that it must have, and no more: a sealed text takes some 110
   * bytes and four thirds of its own, so these two make an event of some 470. {@link Stored} tells.
   */
  static final String SUBMISSION =
      """
      {"posting":{"title":"Ward manager, night shift","company":"Lakeside Hospital Trust",\
      "seniority":"SENIOR"},"appliedOn":"2026-10-01"}\
      """;

  private static final String BEGINNING = "{\"posting\":{";

  /** The same longer by so many bytes, by way of a description, for who seals nothing. */
  static String submissionLongerBy(int bytes) {
    String empty = "\"description\":\"\",";
    int words = bytes - empty.length();
    return words < 0
        ? SUBMISSION
        : BEGINNING
            + empty.replace("\"\"", "\"" + "x".repeat(words) + "\"")
            + SUBMISSION.substring(BEGINNING.length());
  }

  /** A POST of JSON. */
  static byte[] post(String path, String token, String json) {
    return request("POST", path, token, json);
  }

  /** A GET. */
  static byte[] get(String path, String token) {
    return request("GET", path, token, "");
  }

  private static byte[] request(String method, String path, String token, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + (bytes.length == 0
                ? ""
                : "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length)
            + "\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[headBytes.length + bytes.length];
    System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
    System.arraycopy(bytes, 0, whole, headBytes.length, bytes.length);
    return whole;
  }
}
