/**
 * The write model of a person as somebody who can be forgotten: there, or erased for good.
 *
 * <p>One stream a candidate, of one event at most. What an erasure does is done elsewhere: the key
 * is destroyed by {@code erasing}, and every service forgets by itself.
 */
@NullMarked
package dev.rebound.application.erasure;

import org.jspecify.annotations.NullMarked;
