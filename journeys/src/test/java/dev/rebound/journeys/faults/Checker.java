package dev.rebound.journeys.faults;

import dev.rebound.journeys.TopicLog;
import dev.rebound.journeys.Whole;
import dev.rebound.localstack.KeycloakClient.Candidate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Joins a ledger with what became of it: the event table, the topic, and insights' read model, for
 * the ledger's own candidates.
 */
final class Checker {

  /** Where the ledger's commands are published. */
  static final String TOPIC = "rebound.applications";

  private final Whole whole;
  private final Ledger ledger;
  private final Map<Integer, Long> begun;
  private final String mine;

  /**
   * Of this ledger.
   *
   * @param begun where the topic ended before it began, by partition
   */
  Checker(Whole whole, Ledger ledger, Map<Integer, Long> begun) {
    this.whole = whole;
    this.ledger = ledger;
    this.begun = Map.copyOf(begun);
    this.mine =
        ledger.candidates().stream()
            .map(Candidate::subject)
            .collect(Collectors.joining("','", "('", "')"));
  }

  /**
   * What was found.
   *
   * @param lost acknowledgements without an event of their own in the event table
   * @param twice events that no command was acknowledged with
   * @param unpublished stored events that the topic does not have
   * @param inverted events that came to the topic before an earlier one of their stream
   * @param unapplied applications of which insights has another number of events than are stored
   * @param asking rejections whose recruiter is to be asked
   * @param misasked of these and of all requests, those that are not one for one
   */
  record Findings(
      long acknowledged,
      long lost,
      long twice,
      long unpublished,
      long inverted,
      long unapplied,
      long asking,
      long misasked) {

    /** Whether all promises hold. */
    boolean none() {
      return lost == 0
          && twice == 0
          && unpublished == 0
          && inverted == 0
          && unapplied == 0
          && misasked == 0;
    }

    @Override
    public String toString() {
      return """
      %d acknowledged, %d lost, %d twice, %d unpublished, %d inverted, %d not applied; \
      %d to be asked for feedback, %d not asked once\
      """
          .formatted(acknowledged, lost, twice, unpublished, inverted, unapplied, asking, misasked);
    }
  }

  /** What can be found now; what is still on its way counts as missing. */
  Findings check() {
    Map<String, String> acknowledged = ledger.acknowledged();
    Set<String> stored =
        whole.rows("application", "select id from event where candidate in " + mine).stream()
            .map(List::getFirst)
            .collect(Collectors.toSet());
    Set<String> answered = new HashSet<>(acknowledged.values());
    long lost = acknowledged.size() - answered.stream().filter(stored::contains).count();
    long twice = stored.stream().filter(id -> !answered.contains(id)).count();
    List<ConsumerRecord<byte[], byte[]>> published =
        new TopicLog(whole.broker()).records(TOPIC, begun).stream().filter(this::isMine).toList();
    Set<String> ids =
        published.stream().map(it -> TopicLog.header(it, "ce_id")).collect(Collectors.toSet());
    long unpublished = stored.stream().filter(id -> !ids.contains(id)).count();
    return new Findings(
        acknowledged.size(),
        lost,
        twice,
        unpublished,
        inverted(published),
        unapplied(),
        ledger.asking().size(),
        misasked());
  }

  private long misasked() {
    Map<String, String> asked =
        counts(
            "feedback",
            "select application_id, count(*) from feedback_request where candidate_id in "
                + mine
                + " group by application_id");
    Set<String> all = new HashSet<>(ledger.asking());
    all.addAll(asked.keySet());
    return all.stream()
        .filter(id -> !ledger.asking().contains(id) || !"1".equals(asked.get(id)))
        .count();
  }

  private long unapplied() {
    Map<String, String> stored =
        counts(
            "application",
            "select replace(stream, 'application-', ''), count(*) from event where candidate in "
                + mine
                + " group by stream");
    Map<String, String> applied =
        counts("insights", "select id, revision from context where candidate in " + mine);
    Set<String> all = new HashSet<>(stored.keySet());
    all.addAll(applied.keySet());
    return all.stream().filter(id -> !Objects.equals(stored.get(id), applied.get(id))).count();
  }

  private Map<String, String> counts(String database, String sql) {
    return whole.rows(database, sql).stream()
        .collect(Collectors.toMap(List::getFirst, List::getLast));
  }

  private boolean isMine(ConsumerRecord<byte[], byte[]> record) {
    return mine.contains(TopicLog.key(record));
  }

  /** Repeats are allowed; what counts is the order of first appearance. */
  private static long inverted(List<ConsumerRecord<byte[], byte[]>> published) {
    Map<String, Integer> versions = new HashMap<>();
    Set<String> seen = new HashSet<>();
    long inverted = 0;
    for (ConsumerRecord<byte[], byte[]> record : published) {
      if (seen.add(TopicLog.header(record, "ce_id"))) {
        int version = Integer.parseInt(TopicLog.header(record, "ce_streamversion"));
        Integer before = versions.put(TopicLog.header(record, "ce_subject"), version);
        inverted += version == (before == null ? 0 : before) + 1 ? 0 : 1;
      }
    }
    return inverted;
  }
}
