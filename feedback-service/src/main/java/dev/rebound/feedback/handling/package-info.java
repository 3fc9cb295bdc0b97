/**
 * The edge in, for signed-in people: requests become commands, refusals become problems.
 *
 * <p>It knows who may do what. A request that belongs to somebody else looks like one that is not
 * there.
 */
@NullMarked
package dev.rebound.feedback.handling;

import org.jspecify.annotations.NullMarked;
