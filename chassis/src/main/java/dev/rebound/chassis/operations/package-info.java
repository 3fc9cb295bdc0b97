/**
 * What an operator sees of a running service and does to it, beyond metrics and health: views that
 * are rebuilt, streams that are parked and released. Knows handlers and streams by their names, and
 * nobody's data.
 *
 * <p>A view is rebuilt by one process at a time; the others know nothing of it, and answer for what
 * they did themselves.
 */
@NullMarked
package dev.rebound.chassis.operations;

import org.jspecify.annotations.NullMarked;
