package dev.rebound.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The requests that are sent, ready as bytes. */
final class Requests {

  /** Candidates who take turns; each has a token of its own. */
  private static final int CANDIDATES = 500;

  private Requests() {}

  /** A candidate and the token that says so. */
  record Candidate(UUID id, String token) {}

  /** So many candidates as take turns. */
  static List<Candidate> candidates(TokenIssuer issuer) {
    return candidates(issuer, CANDIDATES);
  }

  /** So many new candidates. */
  static List<Candidate> candidates(TokenIssuer issuer, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> UUID.randomUUID())
        .map(id -> new Candidate(id, issuer.candidate(id)))
        .toList();
  }

  /** Applications recorded by candidates in turn; each becomes an event of 400 to 500 bytes. */
  static Supplier<byte[]> submissions(List<Candidate> candidates) {
    byte[][] requests =
        candidates.stream()
            .map(candidate -> post("/api/v1/applications", candidate.token(), SUBMISSION))
            .toArray(byte[][]::new);
    AtomicLong next = new AtomicLong();
    return () -> requests[(int) (next.getAndIncrement() % requests.length)];
  }

  static final String SUBMISSION =
      """
      {"posting":{"title":"Ward manager, night shift","company":"Lakeside Hospital Trust",\
      "description":"You lead a ward of 24 beds at night, plan the rota and train new staff.",\
      "location":"Utrecht","workplace":"ONSITE","seniority":"SENIOR","industry":"Health care"},\
      "appliedOn":"2026-10-01"}\
      """;

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
