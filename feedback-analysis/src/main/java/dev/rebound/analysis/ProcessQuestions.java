package dev.rebound.analysis;

import dev.rebound.events.Control;
import dev.rebound.events.MissingPart;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions about one answer, see {@link DepthQuestions}. */
final class ProcessQuestions {

  /** More themes than these are no question any more. */
  private static final int MOST_THEMES = 3;

  /** A longer list is better read as a range. */
  private static final int MOST_STAGES = 4;

  private final Set<MissingPart> missing = EnumSet.noneOf(MissingPart.class);
  private final Set<StageKind> stages = EnumSet.noneOf(StageKind.class);
  private final List<Theme> causes;
  private final Collection<Theme> themes;

  ProcessQuestions(
      Collection<MissingPart> missing, Collection<StageKind> stages, Collection<Theme> themes) {
    this.missing.addAll(missing);
    this.stages.addAll(stages);
    this.themes = themes;
    this.causes = themes.stream().distinct().filter(Theme::namesCause).limit(MOST_THEMES).toList();
  }

  List<String> all() {
    List<String> questions = new ArrayList<>();
    boolean causeMissing = missing.contains(MissingPart.THEME);
    if (causeMissing) {
      questions.add(reason());
    }
    // A process of one stage says by itself where it was decided.
    if (missing.contains(MissingPart.STAGE) && stages.size() != 1) {
      questions.add(stage());
    }
    if (missing.contains(MissingPart.OBSERVATION) || missing.contains(MissingPart.EXAMPLE)) {
      questions.add(moment());
    }
    if (missing.contains(MissingPart.ADVICE) && !isBeyondAdvice()) {
      questions.add(advice());
    }
    if (causeMissing && questions.size() < 2) {
      questions.add("What would have changed the decision?");
    }
    return questions;
  }

  private String reason() {
    if (causes.size() == 1) {
      return "Was it " + Spoken.theme(causes.getFirst()) + " that decided it, or something else?";
    }
    if (!causes.isEmpty()) {
      return "Which decided it: " + listed(Stream.concat(names(), Stream.of("something else")));
    }
    if (themes.contains(Theme.STRONGER_CANDIDATE)) {
      return "What did the person you chose bring that was missing here?";
    }
    if (themes.contains(Theme.CULTURE_FIT)) {
      return "What did not fit: a way of working, an answer, or something else?";
    }
    return isOnPaper()
        ? "What in the application decided it: experience, a requirement, or how it was written?"
        : "What was the main reason: a skill, experience, or something else?";
  }

  private Stream<String> names() {
    return causes.stream().map(Spoken::theme);
  }

  private String stage() {
    if (stages.isEmpty()) {
      return "Which part of the process decided it?";
    }
    List<String> names = stages.stream().map(Spoken::stage).toList();
    return names.size() > MOST_STAGES
        ? "Which part decided it, from %s to %s?".formatted(names.getFirst(), names.getLast())
        : "Which part decided it: " + listed(names.stream());
  }

  private String moment() {
    if (!causes.isEmpty()) {
      return Spoken.moment(causes.getFirst());
    }
    if (isOnPaper()) {
      return "What in the application led to this? One line of it is enough.";
    }
    if (!missing.contains(MissingPart.OBSERVATION)) {
      return "Can you give one example: a question, a task or a moment?";
    }
    StageKind only = only();
    return only == null
        ? "What did you see or hear that led to this? One moment is enough."
        : "What did you see or hear in %s that led to this? One moment is enough."
            .formatted(Spoken.stage(only));
  }

  private @Nullable StageKind only() {
    return stages.size() == 1 ? stages.iterator().next() : null;
  }

  /** Nobody was met, so that there is nothing that was said, and no interview to be better in. */
  private boolean isOnPaper() {
    return only() == StageKind.APPLICATION_REVIEW;
  }

  /** Nobody can work on where the place is, or on a role that was filled. */
  private boolean isBeyondAdvice() {
    return !causes.isEmpty()
        && causes.stream().allMatch(cause -> cause.defaultControl() == Control.OUT_OF_CONTROL);
  }

  private String advice() {
    if (causes.size() == 1 && Spoken.canBeWorkedOn(causes.getFirst())) {
      return "What is one thing to work on in %s?".formatted(Spoken.theme(causes.getFirst()));
    }
    return isOnPaper()
        ? "What is one thing to change in the next application?"
        : "What is one thing to work on before the next interview?";
  }

  private static String listed(Stream<String> choices) {
    return String.join(", ", choices.toList()).replaceFirst(", ([^,]*)$", " or $1") + "?";
  }
}
