/**
 * The write model of what a candidate allows the job boards to see.
 *
 * <p>One stream per candidate, one event per board that changed. A board that was never mentioned
 * is allowed nothing.
 */
@NullMarked
package dev.rebound.application.consents;

import org.jspecify.annotations.NullMarked;
