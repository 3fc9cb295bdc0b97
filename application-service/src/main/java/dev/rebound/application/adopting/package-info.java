/**
 * What waits for somebody becomes theirs when they sign in.
 *
 * <p>A rejection for an address that nobody has signed in with stands in a stream whose candidate is
 * the address's pseudonym. Events are never rewritten: what they tell is commanded once more, on a
 * stream of the candidate's own whose id follows from the first one's. Each of the events made so
 * says which was the last it answers, so that a repeat goes on behind it, and adds nothing where
 * there is nothing more.
 *
 * <p>Rejections of several boards meet in one candidate, and no board sees another's: each stream
 * keeps its own board.
 */
@NullMarked
package dev.rebound.application.adopting;

import org.jspecify.annotations.NullMarked;
