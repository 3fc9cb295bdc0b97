package dev.rebound.application.reflectionform;

import dev.rebound.application.reflection.Reflection;
import dev.rebound.application.reflection.Reflection.Completed;
import dev.rebound.application.reflection.Reflection.NotCompleted;
import dev.rebound.application.reflectionform.ReflectionDrafts.Draft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a reflection is.
 *
 * @param content the draft where there is one, else what was completed; null before the beginning
 * @param completed whether it was completed at some time, a later draft aside
 */
public record ReflectionView(
    Status status, boolean completed, List<Prompt> prompts, @Nullable ReflectionForm content) {

  /** How far it is. */
  public enum Status {
    NOT_STARTED,
    DRAFT,
    COMPLETED
  }

  /** The view of a reflection that was completed just now; there is nothing left to ask. */
  public static ReflectionView completed(ReflectionForm form) {
    return new ReflectionView(Status.COMPLETED, true, List.of(), form);
  }

  /**
   * The view of a reflection and its draft.
   *
   * @param completions how often it was completed; a draft from before the last time is overtaken
   */
  static ReflectionView of(
      Reflection reflection, int completions, Optional<Draft> draft, List<Prompt> prompts) {
    boolean completed = completions > 0;
    Optional<ReflectionForm> current =
        draft.filter(it -> it.completions() == completions).flatMap(Draft::content);
    if (current.isPresent()) {
      return new ReflectionView(Status.DRAFT, completed, prompts, current.get());
    }
    return switch (reflection) {
      case NotCompleted _ -> new ReflectionView(Status.NOT_STARTED, completed, prompts, null);
      case Completed(var content, _) ->
          new ReflectionView(Status.COMPLETED, completed, prompts, ReflectionForm.of(content));
    };
  }
}
