package dev.rebound.insights.strengths;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.threads.CommonThread;
import dev.rebound.insights.threads.CommonThreads;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'what do others see in me?'.
 *
 * @param asOf when the last event in it happened; null before the first
 * @param rejections how many rejections stand
 * @param contexts how many contexts said anything about any theme
 */
public record Strengths(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant asOf,
    Basis status,
    int rejections,
    int contexts,
    List<CommonThread> strengths) {

  /** The strengths that a candidate's contexts show. */
  public static Strengths of(CandidateContexts candidate) {
    CommonThreads threads = CommonThreads.of(candidate);
    return new Strengths(
        candidate.asOf(),
        Basis.of(threads.tellingContexts()),
        candidate.rejected().size(),
        threads.tellingContexts(),
        threads.strengths());
  }
}
