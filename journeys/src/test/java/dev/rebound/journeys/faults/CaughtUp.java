package dev.rebound.journeys.faults;

import dev.rebound.journeys.TopicLog;
import dev.rebound.journeys.Whole;
import dev.rebound.localstack.demo.Api;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells when what happened is part of what can be read. */
final class CaughtUp {

  /** The services that read topics of others. */
  private static final List<String> READERS = List.of("feedback", "insights");

  private final Whole whole;
  private final Api api;

  CaughtUp(Whole whole) {
    this.whole = whole;
    this.api = whole.candidate(whole.realm().newCandidate());
  }

  /** Returns once these events are part of the read models of both services that take them. */
  void await(Collection<String> events) {
    for (String event : events) {
      api.get(whole.url("insights") + "/api/v1/insights/perspective?after=" + event);
      api.get(whole.url("feedback") + "/api/v1/feedback-requests?after=" + event);
    }
  }

  /** Whether every handler has settled everything that is on the topics of others now. */
  boolean withTheTopics() {
    return READERS.stream().allMatch(this::settled);
  }

  private boolean settled(String service) {
    TopicLog topics = new TopicLog(whole.broker());
    Map<String, Map<Integer, Long>> ends = new HashMap<>();
    Map<List<String>, Map<Integer, Long>> left = new HashMap<>();
    for (List<String> row :
        whole.rows(
            service,
            "select handler, source, partition, position + 1 from watermark"
                + " where source like 'rebound.%' and handler <> 'relay'")) {
      Map<Integer, Long> of = ends.computeIfAbsent(row.get(1), topics::ends);
      left.computeIfAbsent(row.subList(0, 2), none -> new HashMap<>(of))
          .computeIfPresent(
              Integer.valueOf(row.get(2)), (partition, end) -> end - Long.parseLong(row.get(3)));
    }
    return !left.isEmpty()
        && left.values().stream().allMatch(each -> each.values().stream().allMatch(n -> n <= 0));
  }
}
