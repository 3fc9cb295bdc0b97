package dev.rebound.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.localstack.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Plays a season: what candidate and recruiters do, in the order of the story. */
public final class Play {

  private static final Duration MAIL = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Api api;
  private final Urls urls;
  private final String run;
  private final Consumer<String> progress;
  private @Nullable String lastEvent;

  /**
   * A play.
   *
   * @param run tells this play's recruiters from those of another
   * @param progress is told each step in a line
   */
  public Play(Api api, Urls urls, String run, Consumer<String> progress) {
    this.api = api;
    this.urls = urls;
    this.run = run;
    this.progress = progress;
  }

  /** Where the services are, without a path. */
  public record Urls(String application, String feedback, String insights) {}

  /** Plays the whole season. */
  public void all() {
    Season season = Season.load();
    season.applications().forEach(this::application);
    for (JsonNode given : season.feedback()) {
      post(urls.feedback() + "/api/v1/feedback", given);
      progress.accept("feedback from " + given.path("source").asText());
    }
  }

  /** The last event the season led to, which a reader may wait for. */
  public Optional<String> lastEvent() {
    return Optional.ofNullable(lastEvent);
  }

  private void application(Season.Application application) {
    String all = urls.application() + "/api/v1/applications";
    Map<String, Object> submitted = new LinkedHashMap<>();
    submitted.put("posting", application.posting());
    submitted.put("appliedOn", application.appliedOn());
    submitted.put("recruiter", application.recruiter(run));
    String one = all + "/" + post(all, submitted).path("id").asText();
    application
        .stages()
        .forEach(stage ->
            post(one + "/stages", Map.of("kind", stage.get(0), "reachedOn", stage.get(1))));
    if (application.withdrawal() != null) {
      post(one + "/withdrawal", Map.of("reason", application.withdrawal()));
    }
    if (application.offer() != null) {
      post(one + "/offer", Map.of("receivedOn", application.offer()));
    }
    if (application.rejection() != null) {
      post(one + "/rejection", application.rejection());
    }
    answers(application);
    if (application.reflection() != null) {
      reflect(one, application.reflection());
    }
    progress.accept(line(application));
  }

  private static String line(Season.Application application) {
    String end =
        application.offer() != null
            ? "offer"
            : application.withdrawal() != null
                ? "withdrawn"
                : application.rejection() == null ? "open" : "rejected";
    List<String> answers = application.answers();
    return "%-24s %-26s %-10s %s"
        .formatted(
            application.posting().path("title").asText(),
            application.posting().path("company").asText(),
            end,
            answers == null ? "" : answers.size() == 1 ? "answered" : "answered when asked again");
  }

  private void answers(Season.Application application) {
    List<String> answers = application.answers();
    if (answers == null) {
      return;
    }
    String address = application.recruiter(run).getOrDefault("email", "");
    for (int round = 1; round <= answers.size(); round++) {
      boolean last = round == answers.size();
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("token", token(address, round));
      answer.put("comments", answers.get(round - 1));
      if (last) {
        answer.put("ratings", each(application.ratings(), "theme"));
        answer.put("stages", each(application.stageRatings(), "kind"));
        answer.put("decisive", Optional.ofNullable(application.decisive()).orElse(List.of()));
      }
      api.postOpenly(urls.feedback() + "/api/v1/invitations/answer", answer);
    }
  }

  private static List<Map<String, Object>> each(@Nullable List<List<Object>> pairs, String name) {
    return Optional.ofNullable(pairs).orElse(List.of()).stream()
        .map(pair -> Map.of(name, pair.get(0), "rating", pair.get(1)))
        .toList();
  }

  private String token(String address, int round) {
    Instant end = Instant.now().plus(MAIL);
    while (Instant.now().isBefore(end)) {
      List<String> tokens =
          StreamSupport.stream(
                  api.get(urls.feedback() + "/dev/mailbox").body().spliterator(), false)
              .filter(mail -> mail.path("to").toString().contains(address))
              .flatMap(mail -> StreamSupport.stream(mail.path("links").spliterator(), false))
              .map(JsonNode::asText)
              .filter(link -> link.contains("/f#"))
              .map(link -> link.substring(link.indexOf("/f#") + 3))
              .distinct()
              .filter(this::open)
              .toList();
      if (!tokens.isEmpty() && round(tokens.getLast()) == round) {
        return tokens.getLast();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new Trouble(
        "No invitation of round " + round + " came within " + MAIL.toSeconds() + " s.");
  }

  private boolean open(String token) {
    return round(token) > 0;
  }

  private int round(String token) {
    try {
      return api.postOpenly(urls.feedback() + "/api/v1/invitations/open", Map.of("token", token))
          .body()
          .path("round")
          .asInt();
    } catch (Trouble usedUp) {
      return 0;
    }
  }

  private void reflect(String one, Season.Reflection reflection) {
    List<Map<String, Object>> components = new ArrayList<>();
    JsonNode parts = api.get(one + "/components").body();
    JsonNode items = parts.isArray() ? parts : parts.path("items");
    for (int i = 0; i < Math.min(items.size(), reflection.energies().size()); i++) {
      components.add(
          Map.of(
              "text", items.get(i).path("text").asText(), "energy", reflection.energies().get(i)));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("stages", reflection.stages().stream().map(Play::stage).toList());
    body.put("causes", reflection.causes().stream().map(theme -> Map.of("theme", theme)).toList());
    body.put("role", Map.of("dayToDay", reflection.dayToDay(), "components", components));
    if (reflection.lessons() != null) {
      body.put("lessons", reflection.lessons());
    }
    post(one + "/reflection/completion", body);
  }

  private static Map<String, Object> stage(List<@Nullable Object> told) {
    Map<String, Object> stage = new LinkedHashMap<>();
    Function<Integer, Optional<Object>> part = i -> Optional.ofNullable(told.get(i));
    List<String> names = List.of("kind", "rank", "rating", "wentWell", "toImprove");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      part.apply(i).ifPresent(value -> stage.put(name, value));
    }
    return stage;
  }

  private JsonNode post(String url, Object body) {
    Api.Answer answer = api.post(url, JSON.valueToTree(body));
    answer.event().ifPresent(event -> lastEvent = event);
    return answer.body();
  }
}
