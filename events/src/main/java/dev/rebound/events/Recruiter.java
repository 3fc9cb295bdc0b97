package dev.rebound.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who can be asked for feedback.
 *
 * @param recruiterId a pseudonym derived from the address, so that one recruiter has one key
 */
public record Recruiter(
    UUID recruiterId,
    @Personal(of = Personal.Subject.RECRUITER) @Nullable String name,
    @Personal(of = Personal.Subject.RECRUITER) @Nullable String email) {}
