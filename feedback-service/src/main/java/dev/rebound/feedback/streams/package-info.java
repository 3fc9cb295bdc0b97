/**
 * The two kinds of streams of this service: what they are called, and the handlers that carry
 * commands to them.
 */
@NullMarked
package dev.rebound.feedback.streams;

import org.jspecify.annotations.NullMarked;
