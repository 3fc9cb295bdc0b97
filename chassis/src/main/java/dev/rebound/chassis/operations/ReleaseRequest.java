package dev.rebound.chassis.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parked streams are to be released.
 *
 * @param handler whose
 * @param streams which of them; all where it is missing
 * @param passOver whether records that cannot be read are left out for good; without it they park
 *     their stream again
 */
public record ReleaseRequest(
    @NotBlank @Size(max = 100) String handler,
    @Nullable @Size(min = 1, max = 1_000) List<@NotNull @Size(max = 80) String> streams,
    @Nullable Boolean passOver) {}
