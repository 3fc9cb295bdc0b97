package dev.rebound.journeys.faults;

import dev.rebound.journeys.Whole;
import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Candidates who keep recording applications, a stage and a rejection for each, and note every
 * command before it is sent and every acknowledgement. Where the outcome is not known they send the
 * same again under the same key, so that each command has to take effect exactly once.
 */
final class Ledger implements AutoCloseable {

  private static final int CANDIDATES = 6;

  /** Of so many applications one has a recruiter who is asked, and a message that is read. */
  private static final int ONE_ASKS_IN = 5;

  private static final Duration TOKEN_KEPT = Duration.ofMinutes(3);
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** 409: the first attempt under this key has not ended; the others say that something is away. */
  private static final Set<Integer> COME_BACK = Set.of(409, 429, 502, 503, 504);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofMillis(300);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Whole whole;
  private final Duration pause;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicLong intended = new AtomicLong();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> sentAgain = new ConcurrentHashMap<>();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final Map<String, String> latest = new ConcurrentHashMap<>();
  private final Set<String> asking = ConcurrentHashMap.newKeySet();
  private volatile Instant lastAcknowledged = Instant.now();
  private volatile boolean closing;

  /**
   * Begins.
   *
   * @param pause between two applications of a candidate
   */
  Ledger(Whole whole, Duration pause) {
    this.whole = whole;
    this.pause = pause;
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate candidate = whole.realm().newCandidate();
      candidates.add(candidate);
      threads.add(Thread.ofVirtual().start(() -> run(candidate)));
    }
  }

  /** Whose commands these are. */
  List<Candidate> candidates() {
    return List.copyOf(candidates);
  }

  /** The events that were acknowledged, by the command's key. */
  Map<String, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /** How many commands were noted before they were sent. */
  long intended() {
    return intended.get();
  }

  /** The keys of commands that were noted and are not acknowledged yet. */
  Set<String> open() {
    return Set.copyOf(open);
  }

  /** How often a command was sent again, by what came of it before: a status, or a failure. */
  Map<String, Long> sentAgain() {
    return Map.copyOf(sentAgain);
  }

  /**
   * Answers that should not be, such as {@code 400} or {@code 500}; each ends its candidate's run.
   */
  Map<String, Integer> refused() {
    return Map.copyOf(refused);
  }

  /** The latest event of each candidate. */
  Collection<String> latest() {
    return List.copyOf(latest.values());
  }

  /** The applications that were rejected by a recruiter who can be asked, each to be asked once. */
  Set<String> asking() {
    return Set.copyOf(asking);
  }

  /** When the last command was acknowledged. */
  Instant lastAcknowledged() {
    return lastAcknowledged;
  }

  /**
   * Ends once every command that was begun is acknowledged; fails where one is not in two minutes.
   */
  @Override
  public void close() throws InterruptedException {
    closing = true;
    for (Thread thread : threads) {
      if (!thread.join(PATIENCE)) {
        throw new IllegalStateException("a command was not acknowledged within " + PATIENCE);
      }
    }
  }

  private void run(Candidate candidate) {
    Session session = new Session(candidate);
    try {
      for (int i = 0; !closing; i++) {
        rejected(session, i % ONE_ASKS_IN == 0);
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    } catch (Refused noted) {
      // Nothing follows an answer that should not be.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void rejected(Session session, boolean asking) throws InterruptedException, Refused {
    String applications = whole.url("application") + "/api/v1/applications";
    String created =
        session.command(
            applications,
            """
            {"posting":{"title":"%s","company":"Fault"},"appliedOn":"2026-10-01"%s}\
            """
                .formatted(
                    UUID.randomUUID(),
                    asking
                        ? ",\"recruiter\":{\"email\":\"%s@example.net\"}"
                            .formatted(session.candidate.name())
                        : ""));
    Matcher id = ID.matcher(created);
    if (!id.find()) {
      throw new IllegalStateException("an application without an id");
    }
    String application = applications + "/" + id.group(1);
    session.command(
        application + "/stages", "{\"kind\":\"RECRUITER_SCREEN\",\"reachedOn\":\"2026-10-03\"}");
    session.command(
        application + "/rejection",
        "{\"rejectedOn\":\"2026-10-05\"%s}"
            .formatted(asking ? ",\"message\":\"Your answers were hard to follow.\"" : ""));
    if (asking) {
      this.asking.add(id.group(1));
    }
  }

  /** An answer came that should not be; it is noted already. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final class Session {
    private final Candidate candidate;
    private final Pace pace = new Pace();
    private String token;
    private Instant since = Instant.now();

    Session(Candidate candidate) {
      this.candidate = candidate;
      this.token = candidate.token();
    }

    /** Sends until it is acknowledged; answers the body. */
    String command(String url, String body) throws InterruptedException, Refused {
      String key = UUID.randomUUID().toString();
      // First this, so that whatever is counted as intended is open or acknowledged.
      open.add(key);
      intended.incrementAndGet();
      while (true) {
        String why;
        try {
          HttpResponse<String> answer = send(url, key, body);
          if (answer.statusCode() / 100 == 2) {
            String event = answer.headers().firstValue("Rebound-Event-Id").orElseThrow();
            acknowledged.put(key, event);
            open.remove(key);
            latest.put(candidate.name(), event);
            lastAcknowledged = Instant.now();
            return answer.body();
          }
          if (!COME_BACK.contains(answer.statusCode())) {
            refused.merge(answer.statusCode() + " " + answer.body(), 1, Integer::sum);
            throw new Refused();
          }
          why = Integer.toString(answer.statusCode());
        } catch (IOException | Trouble unknownOutcome) {
          // The service is away, or there is no new token yet; the same again.
          why = unknownOutcome.getClass().getSimpleName();
        }
        sentAgain.merge(why, 1L, Long::sum);
        TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
      }
    }

    private HttpResponse<String> send(String url, String key, String body)
        throws IOException, InterruptedException {
      if (since.isBefore(Instant.now().minus(TOKEN_KEPT))) {
        token = whole.realm().token(candidate.name());
        since = Instant.now();
      }
      pace.next();
      return http.send(
          HttpRequest.newBuilder(URI.create(url))
              .timeout(LIMIT)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
