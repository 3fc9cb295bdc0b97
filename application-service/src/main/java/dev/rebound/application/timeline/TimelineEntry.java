package dev.rebound.application.timeline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an application.
 *
 * @param at when it was recorded
 * @param on the day it happened, where the record names one
 * @param type the kind of event, such as {@code STAGE_REACHED}
 * @param title what happened, in a few words
 * @param detail the words that came with it
 */
public record TimelineEntry(
    Instant at, @Nullable LocalDate on, String type, String title, @Nullable String detail) {}
