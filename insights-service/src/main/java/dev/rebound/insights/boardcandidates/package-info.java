/**
 * The question whom a board means by its own id of a candidate, answered only where that candidate
 * lets the board apply their search.
 *
 * <p>An id that is unknown and a candidate who has not consented are the same: nobody. A consent
 * that is taken back counts from when its event is read here, which is within a second as a rule.
 */
@NullMarked
package dev.rebound.insights.boardcandidates;

import org.jspecify.annotations.NullMarked;
