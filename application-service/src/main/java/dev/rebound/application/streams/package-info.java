/**
 * The streams of this service by name, their command handlers, and the one way to somebody's own
 * application. It knows the write models; it does not know HTTP beyond the problem 'not found'.
 */
@NullMarked
package dev.rebound.application.streams;

import org.jspecify.annotations.NullMarked;
