/**
 * The boards' way in: what a job board reports about the people who applied through it.
 *
 * <p>A rejection that a board reports becomes an application of its own with its stages and its
 * end, under an id that follows from the board and the board's own id of it. Reported again it is
 * known by that, with nothing read before it is written. It belongs to the candidate who has signed
 * in with the address, else to the address's pseudonym.
 *
 * <p>A board acts for itself alone; to it, other boards do not exist. What it names people by
 * besides the address is not kept, but for a pseudonym of the board's id of those whose rejections
 * wait: by it the board can have them forgotten.
 */
@NullMarked
package dev.rebound.application.boards;

import org.jspecify.annotations.NullMarked;
