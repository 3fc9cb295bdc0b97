package dev.rebound.application.boards;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rebound.application.handling.JobApplicationRequests.PostingRequest;
import dev.rebound.application.handling.JobApplicationRequests.RecruiterRequest;
import dev.rebound.application.handling.Plausible;
import dev.rebound.application.jobapplication.Stage;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.StageKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rejection as a board reports it.
 *
 * @param externalId the application's id with the board, by which a repeat is known
 * @param appliedOn where it is missing, the first day that is named
 * @param stages what took place, as far as it is known; the one it ended at may be missing
 */
public record RejectionItem(
    @NotNull @Size(max = 200) String externalId,
    @NotNull @Valid BoardCandidate candidate,
    @NotNull @Valid PostingRequest posting,
    @Nullable @Plausible LocalDate appliedOn,
    @Nullable @Size(max = 40) List<@NotNull @Valid ReachedStage> stages,
    @NotNull StageKind stage,
    @NotNull @Plausible LocalDate rejectedOn,
    @Nullable @Size(max = 10_000) String message,
    @Nullable @Valid BoardReason reason,
    @Nullable @Valid RecruiterRequest recruiter) {

  /**
   * Who was rejected.
   *
   * @param externalId the person's id with the board; it is part of a path where the board asks for
   *     matches
   */
  public record BoardCandidate(
      @NotNull
          @Size(max = 200)
          @Pattern(
              regexp = "^(?!\\.{1,2}$)[^/\\\\;%\\x00-\\x1f\\x7f]+$",
              message = "must have none of / \\ ; % and not be one or two dots")
          String externalId,
      @NotNull
          @Size(max = 254)
          @Email(message = ADDRESS)
          @Pattern(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+", message = ADDRESS)
          String email,
      @Nullable @Size(max = 200) String name) {

    private static final String ADDRESS = "must be an e-mail address";
  }

  /**
   * A stage that took place.
   *
   * @param reachedOn where it is missing, the day of the rejection
   */
  public record ReachedStage(@NotNull StageKind kind, @Nullable @Plausible LocalDate reachedOn) {}

  /** The board's reason, by its id with the board, in words, or both; a text alone is the words. */
  @Schema(description = "A text, or an object of id and text")
  public record BoardReason(
      @Nullable @Size(max = 200) String id, @Nullable @Size(max = 4_000) String text) {

    private static final String PROVIDER = "standard";

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public BoardReason {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BoardReason of(String text) {
      return new BoardReason(null, text);
    }

    RejectionReason rejectionReason() {
      return new RejectionReason(PROVIDER, id, text);
    }
  }

  /** The stages with their days. */
  List<Stage> reached() {
    return stages == null
        ? List.of()
        : stages.stream()
            .map(it ->
                new Stage(it.kind(), Objects.requireNonNullElse(it.reachedOn(), rejectedOn), null))
            .toList();
  }

  /** The day of the application, as far as it is known. */
  LocalDate applied() {
    return appliedOn == null
        ? Stream.concat(reached().stream().map(Stage::reachedOn), Stream.of(rejectedOn))
            .min(LocalDate::compareTo)
            .orElseThrow()
        : appliedOn;
  }

  /** How it ended by what the board says of the reason; empty where it says nothing. */
  public Optional<Mapping.Ending> ending(Mapping mapping) {
    return reason == null ? Optional.empty() : mapping.ending(reason.id(), reason.text());
  }

  /** What the reason says, null where it says nothing. */
  public @Nullable String reasonText() {
    return reason == null ? null : reason.text();
  }

  @Nullable RejectionReason rejectionReason() {
    return reason == null || reason.id() == null && reason.text() == null
        ? null
        : reason.rejectionReason();
  }
}
