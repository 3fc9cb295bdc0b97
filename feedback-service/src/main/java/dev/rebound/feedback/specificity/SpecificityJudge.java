package dev.rebound.feedback.specificity;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Warning;
import dev.rebound.events.FeedbackSpecificity;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.StageRating;
import dev.rebound.events.Theme;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how specific an answer is. Safe to share between threads. */
public final class SpecificityJudge {

  private static final String NOT_READ =
      "Only English is read here, so this was not judged. It reaches the candidate as it is.";

  /** As much of a text as shows which one is meant, in characters. */
  private static final int LONGEST_QUOTE = 60;

  private final FeedbackReader reader;

  /** A judge that lets this reader read the text. */
  public SpecificityJudge(FeedbackReader reader) {
    this.reader = reader;
  }

  /** Judges words alone. */
  public Specificity judge(String comments) {
    return judge(comments, List.of(), List.of());
  }

  /**
   * Judges words and boxes together.
   *
   * @param stages the stages that were rated; their comments are read like the rest of the text
   * @param decisive the themes that were marked as decisive
   */
  public Specificity judge(
      String comments, Collection<StageRating> stages, Collection<Theme> decisive) {
    String words = wholeText(comments, stages);
    Reading reading = reader.read(words);
    if (!reading.read()) {
      return notRead(words);
    }
    var text = reading.specificity();
    boolean cause = decisive.stream().anyMatch(Theme::namesCause);
    Set<MissingPart> ticked = EnumSet.noneOf(MissingPart.class);
    if (cause) {
      ticked.add(MissingPart.THEME);
    }
    if (!stages.isEmpty()) {
      ticked.add(MissingPart.STAGE);
    }
    List<MissingPart> missing =
        text.missing().stream().filter(part -> !ticked.contains(part)).toList();
    return new Specificity(
        level(text, cause),
        withBoxes(text.score(), text.missing().size(), missing.size()),
        missing,
        reading.warnings(),
        true);
  }

  /** A bare 'no fit' is asked about again, so for whoever waits for an answer it is no more yet. */
  private static SpecificityLevel level(
      dev.rebound.analysis.Specificity text, boolean causeIsTicked) {
    if (text.asksForDepth() && !causeIsTicked) {
      return SpecificityLevel.GENERIC;
    }
    return text.level() == SpecificityLevel.GENERIC ? SpecificityLevel.PARTIAL : text.level();
  }

  /** Words that were merely not read are no reason to ask their writer again. */
  private static Specificity notRead(String words) {
    String start = words.strip().lines().findFirst().orElse("");
    String shown =
        start.length() <= LONGEST_QUOTE ? start : start.substring(0, LONGEST_QUOTE) + "...";
    return new Specificity(
        SpecificityLevel.PARTIAL, 0, List.of(), List.of(new Warning(shown, NOT_READ)), false);
  }

  /** The form in which a judgement is kept in an event, with the version of the reader. */
  public FeedbackSpecificity kept(Specificity specificity) {
    return specificity.kept(reader.version());
  }

  /** What the text left open is shared out evenly among the parts that it left open. */
  private static double withBoxes(double score, int openInText, int stillOpen) {
    return openInText == 0
        ? score
        : Math.min(1, score + (1 - score) * (openInText - stillOpen) / openInText);
  }

  private static String wholeText(String comments, Collection<StageRating> stages) {
    return Stream.concat(Stream.of(comments), stages.stream().map(StageRating::comment))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }
}
