package dev.rebound.feedback.invitations;

import dev.rebound.events.Theme;
import dev.rebound.feedback.handling.Answer;
import dev.rebound.feedback.handling.RatedStage;
import dev.rebound.feedback.handling.Rating;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent with an invitation's token. The token itself is not validated: a malformed one is
 * answered like an unknown one.
 */
public interface InvitationBodies {

  /** Opens. */
  record OpenBody(@Nullable String token) {}

  /**
   * Checks a draft, which may be empty still.
   *
   * @param stages the stages rated so far
   * @param decisive the themes marked as decisive so far
   */
  record CheckBody(
      @Nullable String token,
      @Nullable @Size(max = 10_000) String comments,
      @Nullable @Size(max = 24) @Valid List<@NotNull Rating> ratings,
      @Nullable @Size(max = 8) @Valid List<@NotNull RatedStage> stages,
      @Nullable @Size(max = 24) List<@NotNull Theme> decisive) {

    Answer draft() {
      return new Answer(comments == null ? "" : comments, ratings, stages, decisive);
    }
  }

  /** Answers. */
  record AnswerBody(
      @Nullable String token,
      @NotNull @Size(max = 10_000) String comments,
      @Nullable @Size(max = 24) @Valid List<@NotNull Rating> ratings,
      @Nullable @Size(max = 8) @Valid List<@NotNull RatedStage> stages,
      @Nullable @Size(max = 24) List<@NotNull Theme> decisive) {

    Answer answer() {
      return new Answer(comments, ratings, stages, decisive);
    }
  }

  /** Declines. */
  record DeclineBody(@Nullable String token, @Nullable @Size(max = 2000) String reason) {}
}
