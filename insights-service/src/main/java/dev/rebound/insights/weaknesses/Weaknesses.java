package dev.rebound.insights.weaknesses;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.threads.CommonThread;
import dev.rebound.insights.threads.CommonThreads;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'what keeps coming up?'.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param rejections how many rejections stand
 * @param contexts how many contexts said anything about any theme
 */
public record Weaknesses(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int rejections,
    int contexts,
    List<CommonThread> weaknesses) {

  /** The weaknesses that a candidate's contexts show. */
  public static Weaknesses of(CandidateContexts candidate) {
    CommonThreads threads = CommonThreads.of(candidate);
    return new Weaknesses(
        candidate.asOf(),
        Basis.of(threads.tellingContexts()),
        candidate.rejected().size(),
        threads.tellingContexts(),
        threads.weaknesses());
  }
}
