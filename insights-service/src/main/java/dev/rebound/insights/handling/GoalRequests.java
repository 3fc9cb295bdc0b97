package dev.rebound.insights.handling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.rebound.events.GoalAction;
import dev.rebound.events.Theme;
import dev.rebound.insights.growthplan.Intent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the commands on goals, with their bounds. {@code on} is the day where the candidate
 * is, see {@link OwnDay}.
 */
final class GoalRequests {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_NOTE = 4_000;

  private GoalRequests() {}

  /** Sets a goal of one's own. */
  record GoalRequest(
      @NotNull Theme theme,
      @NotNull @Size(max = LONGEST_LINE) String statement,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = LONGEST_LINE) String> focalPoints,
      @Nullable @Size(max = 30) List<@NotNull @Valid ActionRequest> actions,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate on) {

    Intent intent() {
      return new Intent(
          statement,
          Objects.requireNonNullElse(focalPoints, List.of()),
          ofRequests(actions, List.of()),
          dueOn);
    }
  }

  /** Takes a proposal on; what is left out stays as proposed. The body may be left out as well. */
  record AdoptionRequest(
      @Nullable @Size(max = LONGEST_LINE) String statement,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = LONGEST_LINE) String> focalPoints,
      @Nullable @Size(max = 30) List<@NotNull @Valid ActionRequest> actions,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate on) {

    static final AdoptionRequest AS_PROPOSED = new AdoptionRequest(null, null, null, null, null);

    /**
     * What is taken on.
     *
     * @param due the day where none is named
     */
    Intent over(Intent proposed, LocalDate due) {
      return new Intent(
          Objects.requireNonNullElse(statement, proposed.statement()),
          Objects.requireNonNullElse(focalPoints, proposed.focalPoints()),
          ofRequests(actions, proposed.actions()),
          Objects.requireNonNullElse(dueOn, due));
    }
  }

  /** What a JSON Merge Patch of a goal may hold; each field for itself. */
  record ChangeRequest(
      @Nullable @Size(max = LONGEST_LINE) String statement,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = LONGEST_LINE) String> focalPoints,
      @Nullable @Size(max = 30) List<@NotNull @Valid ActionRequest> actions,
      @Nullable LocalDate dueOn) {}

  /** Something to do: {@code {"text","done"?}}, or the text alone. */
  @JsonDeserialize(using = ActionReader.class)
  @Schema(description = "An object with text and done, or the text alone.")
  record ActionRequest(@NotNull @Size(max = LONGEST_LINE) String text, @Nullable Boolean done) {

    GoalAction action() {
      return new GoalAction(text, Boolean.TRUE.equals(done));
    }
  }

  /** Notes how it is going. */
  record CheckInRequest(
      @Nullable @Size(max = LONGEST_NOTE) String note,
      @Nullable @Min(0) @Max(100) Integer progress,
      @Nullable LocalDate on) {}

  /** Closes a goal as reached. The body may be left out. */
  record AchievementRequest(
      @Nullable @Size(max = LONGEST_NOTE) String note, @Nullable LocalDate on) {

    static final AchievementRequest WITHOUT_WORDS = new AchievementRequest(null, null);
  }

  /** Lets a goal go. The body may be left out. */
  record AbandonmentRequest(
      @Nullable @Size(max = LONGEST_NOTE) String reason, @Nullable LocalDate on) {

    static final AbandonmentRequest WITHOUT_WORDS = new AbandonmentRequest(null, null);
  }

  /** The actions of a request; these where it names none. */
  static List<GoalAction> ofRequests(
      @Nullable List<ActionRequest> actions, List<GoalAction> otherwise) {
    return actions == null ? otherwise : actions.stream().map(ActionRequest::action).toList();
  }

  /** Reads an action in either of its forms, its words within the bounds of all words. */
  static final class ActionReader extends StdDeserializer<ActionRequest> {
    private static final long serialVersionUID = 1L;

    ActionReader() {
      super(ActionRequest.class);
    }

    /** The form with fields. */
    private record Written(@Nullable String text, @Nullable Boolean done) {}

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is for the validation to find.
    public ActionRequest deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return new ActionRequest(context.readValue(parser, String.class), null);
      }
      Written written = context.readValue(parser, Written.class);
      return new ActionRequest(written.text(), written.done());
    }
  }
}
