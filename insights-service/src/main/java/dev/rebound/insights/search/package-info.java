/**
 * What a candidate looks for, and what they decided about changing it, on the stream {@code
 * search-<candidateId>}.
 *
 * <p>It promises that a suggested change is decided once, that an accepted one and the profile it
 * leads to are one commit, and that a profile never contradicts itself: what is looked for is not
 * ruled out at the same time.
 *
 * <p>It does not know why a change was suggested, nor any posting: a suggestion comes in whole,
 * with the command that decides on it.
 */
@NullMarked
package dev.rebound.insights.search;

import org.jspecify.annotations.NullMarked;
