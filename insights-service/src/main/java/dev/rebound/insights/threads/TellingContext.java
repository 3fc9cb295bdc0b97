package dev.rebound.insights.threads;

import dev.rebound.insights.contexts.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A context in which something was said about a theme.
 *
 * @param heldOn the day it is placed at
 */
record TellingContext(UUID id, LocalDate heldOn, List<Evidence> evidence) {}
