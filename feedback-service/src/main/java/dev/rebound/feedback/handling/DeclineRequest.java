package dev.rebound.feedback.handling;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in recruiter will not answer. The body may be left out.
 *
 * @param reason in the recruiter's own words
 */
public record DeclineRequest(@Nullable @Size(max = 2000) String reason) {

  static final DeclineRequest WITHOUT_REASON = new DeclineRequest(null);
}
