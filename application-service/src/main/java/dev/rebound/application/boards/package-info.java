/**
 * The boards' way in: what a job board reports about the people who applied through it.
 *
 * <p>A rejection that a board reports becomes an application of its own with its stages and its
 * end, under an id that follows from the board and the board's own id of it. Reported again it is
 * known by that, with nothing read before it is written. It belongs to the candidate who has signed
 * in with the address, else it waits for somebody to do so: until then its candidate is the
 * pseudonym of the board's own id of the person.
 *
 * <p>A board acts for itself alone; to it, other boards do not exist. What waits is sealed under a
 * key of that board's person alone, so that the board can have it erased and touches nobody else's.
 * Its own id of a person goes with the application, sealed under the person's key; of the name and
 * the address it keeps no more than pseudonyms.
 */
@NullMarked
package dev.rebound.application.boards;

import org.jspecify.annotations.NullMarked;
