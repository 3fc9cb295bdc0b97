package dev.rebound.feedback.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate asks a recruiter for feedback.
 *
 * @param message the candidate's own words to the recruiter
 */
public record AskRequest(
    @NotNull UUID applicationId,
    @NotNull @Valid Contact recruiter,
    @Nullable @Size(max = 10_000) String message) {

  /** Whom to ask. */
  public record Contact(
      @Nullable @Size(max = 200) String name, @NotNull @Email @Size(max = 254) String email) {}
}
