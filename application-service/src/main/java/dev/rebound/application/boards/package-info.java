/**
 * The boards' way in: what a job board reports about the people who applied through it.
 *
 * <p>A rejection that a board reports becomes an application of its own with its stages and its
 * end, under an id that follows from the board and the board's own id of it. Reported again it is
 * known by that, with nothing read before it is written. It belongs to the candidate who has signed
 * in with the address, else to the address's pseudonym.
 *
 * <p>A board acts for itself alone; to it, other boards do not exist. Its own id of a person goes
 * with the application, sealed under the person's key; the name is checked and not kept.
 */
@NullMarked
package dev.rebound.application.boards;

import org.jspecify.annotations.NullMarked;
