/**
 * What operators see of a service and do to it, beyond metrics and health. Knows handlers and
 * streams by their names, and nobody's data.
 */
@NullMarked
package dev.rebound.chassis.operations;

import org.jspecify.annotations.NullMarked;
