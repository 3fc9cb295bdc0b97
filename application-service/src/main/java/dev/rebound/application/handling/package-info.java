/**
 * The edge in: requests become commands, refusals become problems.
 *
 * <p>It checks form and bounds of what comes in, takes who is calling from the token, and leaves
 * every question of whether something may happen to the write models. Stream, If-Match, idempotency
 * and the headers of the answer are the chassis' work.
 */
@NullMarked
package dev.rebound.application.handling;

import org.jspecify.annotations.NullMarked;
