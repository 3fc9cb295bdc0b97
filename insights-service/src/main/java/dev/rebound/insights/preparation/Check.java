package dev.rebound.insights.preparation;

import dev.rebound.analysis.Polarity;
import dev.rebound.events.Control;
import dev.rebound.events.Posting;
import dev.rebound.events.SearchProfile;
import dev.rebound.events.Theme;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Evidence;
import dev.rebound.insights.search.matching.Languages;
import dev.rebound.insights.search.matching.Match;
import dev.rebound.insights.search.matching.Match.Verdict;
import dev.rebound.insights.search.matching.PostingMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something to settle before preparing anything else: it is not in the candidate's hands.
 *
 * @param theme what stood in the way before; null where the candidate's own search speaks against
 *     the posting
 * @param question what to find out
 * @param posting what the posting says about it, where it says anything
 * @param rejections in how many rejections it stood in the way
 * @param of of how many
 * @param said with which words
 */
public record Check(
    @Nullable Theme theme,
    String question,
    List<String> posting,
    int rejections,
    int of,
    List<Evidence> said) {

  private static final int MOST_QUOTES = 2;

  /** What is worth asking early, by theme. The others cannot be found out by asking. */
  private static final Set<Theme> ASKABLE =
      Set.of(
          Theme.LOCAL_LANGUAGE,
          Theme.LOCATION_ELIGIBILITY,
          Theme.POSITION_CLOSED,
          Theme.OVERQUALIFIED,
          Theme.SENIORITY,
          Theme.DOMAIN_EXPERIENCE,
          Theme.CREDENTIALS);

  static List<Check> of(CandidateContexts contexts, SearchProfile profile, Posting posting) {
    List<Check> checks = new ArrayList<>();
    Match match = new PostingMatcher(profile).match(posting);
    if (match.verdict() == Verdict.SKIP) {
      checks.add(
          new Check(
              null,
              "Your own search speaks against this posting. Do you still want it?",
              match.reasons(),
              0,
              contexts.rejected().size(),
              List.of()));
    }
    ASKABLE.stream()
        .sorted()
        .forEach(theme -> {
          List<ApplicationFacts> such =
              contexts.rejected().stream()
                  .filter(a -> !said(contexts, a, theme).isEmpty())
                  .toList();
          if (!such.isEmpty()) {
            checks.add(check(contexts, theme, such, posting));
          }
        });
    return List.copyOf(checks);
  }

  private static Check check(
      CandidateContexts contexts, Theme theme, List<ApplicationFacts> such, Posting posting) {
    List<Evidence> said =
        such.stream()
            .flatMap(application -> said(contexts, application, theme).stream())
            .sorted(
                Comparator.comparing((Evidence e) -> e.quote() == null)
                    .thenComparing(Comparator.comparing(Evidence::at).reversed()))
            .limit(MOST_QUOTES)
            .toList();
    return new Check(
        theme,
        question(theme),
        says(theme, posting),
        such.size(),
        contexts.rejected().size(),
        said);
  }

  private static List<Evidence> said(
      CandidateContexts contexts, ApplicationFacts application, Theme theme) {
    return contexts.evidenceOf(application).stream()
        .filter(Evidence::tellsWhyRejected)
        .filter(e -> e.theme() == theme && e.polarity() == Polarity.NEGATIVE)
        .filter(e -> e.control() == Control.LONG_TERM || e.control() == Control.OUT_OF_CONTROL)
        .toList();
  }

  private static String question(Theme theme) {
    return switch (theme) {
      case LOCAL_LANGUAGE -> "Which language does the work need, and at which level?";
      case LOCATION_ELIGIBILITY ->
          "Do place, permit, hours and start date fit? Ask before the first interview.";
      case POSITION_CLOSED -> "Is the role funded and still open, and until when?";
      case OVERQUALIFIED -> "Which level is meant, and what would speak against more experience?";
      case SENIORITY -> "How many years or which level are a must, and which are a wish?";
      case DOMAIN_EXPERIENCE -> "Is a background in the industry a must or a wish?";
      case CREDENTIALS -> "Which degrees or certificates are a must, and which are a wish?";
      default -> "Is this a must?";
    };
  }

  private static List<String> says(Theme theme, Posting posting) {
    return switch (theme) {
      case LOCAL_LANGUAGE ->
          Languages.askedFor(posting).stream()
              .map(language -> "It asks for " + language + ".")
              .collect(Collectors.toList());
      case LOCATION_ELIGIBILITY -> place(posting);
      case SENIORITY, OVERQUALIFIED ->
          posting.seniority() == null
              ? List.of()
              : List.of("It asks for the level " + posting.seniority() + ".");
      case DOMAIN_EXPERIENCE ->
          posting.industry() == null
              ? List.of()
              : List.of("Its industry is " + posting.industry() + ".");
      default -> List.of();
    };
  }

  private static List<String> place(Posting posting) {
    List<String> says = new ArrayList<>();
    if (posting.location() != null) {
      says.add("It is in: " + posting.location());
    }
    if (posting.workplace() != null) {
      says.add("The work is " + posting.workplace() + ".");
    }
    return says;
  }
}
