/**
 * What an operator does to a running service: rebuild its views. Sees figures of the machinery and
 * nobody's data.
 *
 * <p>A view is rebuilt by one process at a time; the others know nothing of it, and answer for what
 * they did themselves.
 */
@NullMarked
package dev.rebound.chassis.operations;

import org.jspecify.annotations.NullMarked;
