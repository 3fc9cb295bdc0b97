package dev.rebound.insights.perspective;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.events.Control;
import dev.rebound.events.Posting;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.contexts.EvidenceSource;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.figures.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'how much of this was mine?'.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param rejections how many rejections stand; each counts once in {@code byControl}
 * @param shares each class's share of the rejections; empty where there is none
 * @param causes what the rejections came down to, most frequent first
 * @param outOfControl the rejections that were never in the candidate's hands, newest first
 */
public record Perspective(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int rejections,
    Map<Control, Integer> byControl,
    Map<Control, Share> shares,
    List<CauseCount> causes,
    List<NotYours> outOfControl,
    RoleMismatch roleMismatch) {

  /** How many rejections came down to one theme. */
  public record CauseCount(Theme theme, Control control, int rejections) {}

  /**
   * A rejection that was not in the candidate's hands.
   *
   * @param by by whose word
   * @param evidenceId the evidence, which the candidate may correct
   * @param quote the words; null where a rating or a cause without a note says so
   */
  public record NotYours(
      UUID applicationId,
      @Nullable String title,
      @Nullable String company,
      Theme theme,
      EvidenceSource by,
      UUID evidenceId,
      @Nullable String quote,
      LocalDate rejectedOn) {}

  /** Puts a candidate's rejections into perspective. */
  public static Perspective of(CandidateContexts candidate) {
    List<Judged> judged =
        candidate.rejected().stream()
            .map(rejected -> new Judged(rejected, MainCause.of(candidate, rejected)))
            .toList();
    Map<Control, Integer> byControl = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      byControl.put(control, (int) judged.stream().filter(j -> j.control() == control).count());
    }
    Map<Control, Share> shares = new EnumMap<>(Control.class);
    byControl.forEach((control, n) -> {
      Share share = Share.of(n, judged.size());
      if (share != null) {
        shares.put(control, share);
      }
    });
    return new Perspective(
        candidate.asOf(),
        Basis.of(judged.size()),
        judged.size(),
        byControl,
        shares,
        causes(judged),
        judged.reversed().stream().flatMap(j -> j.notYours().stream()).toList(),
        RoleMismatch.of(candidate));
  }

  private static List<CauseCount> causes(List<Judged> judged) {
    return judged.stream()
        .flatMap(j -> j.cause().stream())
        .map(cause -> new CauseCount(cause.evidence().theme(), cause.evidence().control(), 1))
        .collect(
            java.util.stream.Collectors.groupingBy(
                one -> one, java.util.stream.Collectors.summingInt(CauseCount::rejections)))
        .entrySet()
        .stream()
        .map(e -> new CauseCount(e.getKey().theme(), e.getKey().control(), e.getValue()))
        .sorted(
            Comparator.comparingInt(CauseCount::rejections)
                .reversed()
                .thenComparing(CauseCount::theme)
                .thenComparing(CauseCount::control))
        .toList();
  }

  /** A rejection and its main cause. */
  private record Judged(ApplicationFacts rejected, Optional<MainCause> cause) {

    Control control() {
      return cause.map(c -> c.evidence().control()).orElse(Control.UNKNOWN);
    }

    Optional<NotYours> notYours() {
      return cause
          .filter(c -> c.evidence().control() == Control.OUT_OF_CONTROL)
          .map(MainCause::evidence)
          .map(this::shown);
    }

    private NotYours shown(Evidence evidence) {
      Posting posting = rejected.posting();
      LocalDate held = rejected.heldOn();
      return new NotYours(
          rejected.id(),
          posting.title(),
          posting.company(),
          evidence.theme(),
          evidence.source(),
          evidence.id(),
          evidence.quote(),
          held == null ? evidence.at() : held);
    }
  }
}
