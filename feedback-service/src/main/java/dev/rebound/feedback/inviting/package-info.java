/**
 * Invites recruiters by e-mail: at first, for more depth, and as a reminder.
 *
 * <p>What is to be sent is written down first ({@code invitation}, one row an event), then sent and
 * ticked off, so that a crash in between costs nothing and an address that refuses mail stops
 * nobody else. What fails is tried again, further and further apart, until the invitation ends;
 * only a mail server that refuses an address again and again is believed. Every letter carries a
 * token of its own, 256 random bits of which only the SHA-256 is kept; whether a token still opens
 * anything is decided by the request's stream alone. A crash between sending and ticking off sends
 * a second letter; both links are good then.
 */
@NullMarked
package dev.rebound.feedback.inviting;

import org.jspecify.annotations.NullMarked;
