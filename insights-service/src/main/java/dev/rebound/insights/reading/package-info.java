/**
 * The candidate's corrections of how sentences were read: the write model of stream {@code
 * reading-<candidateId>}.
 *
 * <p>Knows evidence by its id alone; that a piece of evidence is the candidate's own is checked
 * before a command gets here. A correction replaces the former one of the same evidence as a whole.
 */
@NullMarked
package dev.rebound.insights.reading;

import org.jspecify.annotations.NullMarked;
