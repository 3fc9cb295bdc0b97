package dev.rebound.insights.search.refinements;

import dev.rebound.events.SearchProfile;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.ApplicationFacts.Status;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.search.matching.Match.Verdict;
import dev.rebound.insights.search.matching.PostingMatcher;
import java.util.List;

/**
 * What a profile would have done to the candidate's own applications. An application that came to
 * an interview and was rejected then counts on both sides.
 *
 * @param rejections how many applications were rejected
 * @param rejectionsSkipped how many of these the changed profile skips
 * @param rejectionsSkippedBefore how many of these the profile skips without the change
 * @param progressed how many applications came past the review of the papers
 * @param progressedKept how many of these the changed profile keeps
 * @param progressedKeptBefore how many of these the profile keeps without the change
 */
public record Backtest(
    int rejections,
    int rejectionsSkipped,
    int rejectionsSkippedBefore,
    int progressed,
    int progressedKept,
    int progressedKeptBefore) {

  static Backtest of(CandidateContexts contexts, SearchProfile before, SearchProfile changed) {
    List<ApplicationFacts> rejected =
        contexts.applications().stream().filter(a -> a.status() == Status.REJECTED).toList();
    List<ApplicationFacts> progressed =
        contexts.applications().stream().filter(ApplicationFacts::progressed).toList();
    PostingMatcher without = new PostingMatcher(before);
    PostingMatcher with = new PostingMatcher(changed);
    return new Backtest(
        rejected.size(),
        rejected.size() - kept(with, rejected),
        rejected.size() - kept(without, rejected),
        progressed.size(),
        kept(with, progressed),
        kept(without, progressed));
  }

  private static int kept(PostingMatcher matcher, List<ApplicationFacts> applications) {
    return (int)
        applications.stream()
            .filter(application -> matcher.match(application.posting()).verdict() == Verdict.KEEP)
            .count();
  }
}
