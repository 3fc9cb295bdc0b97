/**
 * What waits for somebody becomes theirs when they sign in.
 *
 * <p>A rejection of a person who has not signed in stands in a stream whose candidate is the
 * pseudonym of the board's id of that person. Events are never rewritten: what they tell is
 * commanded once more, on a stream of the candidate's own whose id follows from the first one's.
 * Each event made so names the one that it answers as its cause, so that a repeat goes on behind
 * it, and adds nothing where there is nothing more.
 *
 * <p>Rejections of several boards meet in one candidate, and no board sees another's: each stream
 * keeps its own board.
 */
@NullMarked
package dev.rebound.application.adopting;

import org.jspecify.annotations.NullMarked;
