/**
 * The way in from a candidate's own spreadsheet, and the way out to one.
 *
 * <p>A line is an application, up to how it stands. It is read by itself, so that one which cannot
 * be read spoils no other, and becomes one command on a stream of its own, under an id that follows
 * from the candidate and from what the line is about: its {@code id} where the sheet has such a
 * column, else title, company and day. The same file again finds everything there. What is there is
 * never changed by a line.
 *
 * <p>What goes out comes in again: both sides know the same columns and the same way to disarm
 * texts that a spreadsheet would take for formulas.
 */
@NullMarked
package dev.rebound.application.spreadsheet;

import org.jspecify.annotations.NullMarked;
