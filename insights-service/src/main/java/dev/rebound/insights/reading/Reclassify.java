package dev.rebound.insights.reading;

import dev.rebound.events.Control;
import dev.rebound.events.CorrectedReading;
import dev.rebound.events.Theme;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Read this evidence so; what is null stays as read. All null takes a former correction back.
 *
 * @param dismissed true takes the evidence out of every figure
 * @param reading what is corrected, as it was shown
 */
public record Reclassify(
    UUID candidateId,
    UUID evidenceId,
    @Nullable Theme theme,
    @Nullable Control control,
    @Nullable Boolean dismissed,
    @Nullable CorrectedReading reading) {}
