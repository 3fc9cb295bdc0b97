package dev.rebound.feedback.handling;

import dev.rebound.events.FeedbackSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate records feedback that was given elsewhere. */
public record RecordRequest(
    @NotNull FeedbackSource source,
    @NotNull LocalDate receivedOn,
    @NotNull @Size(max = 10_000) String comments,
    @Nullable UUID applicationId,
    @Nullable @Size(max = 24) @Valid List<@NotNull Rating> ratings) {}
