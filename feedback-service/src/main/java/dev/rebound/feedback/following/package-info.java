/**
 * Follows up on requests that nobody answers: a reminder halfway, and an end.
 *
 * <p>Due requests are found by an index on the read model, and each gets a command that its stream
 * may refuse. So a read model that lags, or the same schedule on two replicas, changes nothing.
 */
@NullMarked
package dev.rebound.feedback.following;

import org.jspecify.annotations.NullMarked;
