package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions of the second round: exactly one for each missing part, in plain words that a
 * recruiter can answer in a sentence.
 */
public interface DepthQuestions {

  /**
   * The questions, in the order of {@link MissingPart}.
   *
   * @param missing the parts to ask for; a part given twice is asked for once
   * @param stages the stages that took place, so that the question can offer them; may be empty
   */
  List<String> about(Collection<MissingPart> missing, Collection<StageKind> stages);

  /** The questions in English. */
  static DepthQuestions standard() {
    return (missing, stages) -> {
      Set<MissingPart> once = EnumSet.noneOf(MissingPart.class);
      once.addAll(missing);
      return once.stream().map(part -> question(part, stages)).toList();
    };
  }

  private static String question(MissingPart part, Collection<StageKind> stages) {
    return switch (part) {
      case STAGE -> stageQuestion(stages);
      case THEME -> "What was the main reason: a skill, experience, or something else?";
      case OBSERVATION -> "What did you see or hear that led you to this?";
      case EXAMPLE -> "Can you give one example: a question, a task or a moment?";
      case ADVICE -> "What is one thing to work on before the next interview?";
    };
  }

  private static String stageQuestion(Collection<StageKind> stages) {
    Set<StageKind> known = EnumSet.noneOf(StageKind.class);
    known.addAll(stages);
    if (known.size() < 2) {
      return "Which part of the process decided it?";
    }
    return known.stream()
        .map(DepthQuestions::spoken)
        .collect(Collectors.joining(", ", "Which part decided it: ", "?"))
        .replaceFirst(", ([^,]*)$", " or $1");
  }

  private static String spoken(StageKind stage) {
    return switch (stage) {
      case APPLICATION_REVIEW -> "the application";
      case RECRUITER_SCREEN -> "the first call";
      case ASSESSMENT -> "the assessment";
      case TECHNICAL_INTERVIEW -> "the technical interview";
      case MANAGER_INTERVIEW -> "the interview with the manager";
      case PANEL_INTERVIEW -> "the panel interview";
      case FINAL_INTERVIEW -> "the final interview";
      case OFFER -> "the offer";
    };
  }
}
