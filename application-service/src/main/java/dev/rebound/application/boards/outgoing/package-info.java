/**
 * The boards' way out: what happens to a board's candidates is told to whoever the board named, by
 * Standard Webhooks 1.0.
 *
 * <p>An event becomes a row for each subscription that asks for its type, under an id that follows
 * from both, so that an event which comes twice is told once. Rows that are due are claimed in
 * small batches, sent, and settled; a row that was claimed and not settled is due again two minutes
 * later, whoever died meanwhile. Several processes share the rows without knowing of one another.
 * Each row is sent at least once, and in no promised order: a receiver knows a repeat by its {@code
 * webhook-id}, and the order of things by {@code timestamp}.
 *
 * <p>What goes out describes nobody: ids, codes, days, and the ids by which the board itself knows
 * the candidate. Those are sealed wherever they are kept here. Of a search a board hears only while
 * the candidate lets it; what it was to hear goes with the consent, and with the candidate all that
 * was written down, but for the last word: that the candidate is erased.
 *
 * <p>Where it goes to is a stranger's word, so a name is resolved once and the very address that
 * was found harmless is called; nothing is followed, and of the answer only the status and {@code
 * Retry-After} are read.
 */
@NullMarked
package dev.rebound.application.boards.outgoing;

import org.jspecify.annotations.NullMarked;
