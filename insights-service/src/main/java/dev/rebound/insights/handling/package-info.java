/**
 * The HTTP edge of the write models: requests become commands, refusals become problems. Checks
 * that what a candidate names is their own.
 */
@NullMarked
package dev.rebound.insights.handling;

import org.jspecify.annotations.NullMarked;
