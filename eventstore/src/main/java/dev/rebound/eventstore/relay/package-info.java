/**
 * Publishes the event table to the service's topic.
 *
 * <p>One relay of a service is active, by a session lock on a connection of its own. It sends the
 * stored bytes in the order of {@code (tx, position)}, awaits every acknowledgement and moves its
 * cursor over what was acknowledged without a gap. After a crash it sends again what it had not
 * noted, so a record may come more than once; it never comes before what stands before it.
 *
 * <p>What it does not know: what is in an event, and who reads it.
 */
@NullMarked
package dev.rebound.eventstore.relay;

import org.jspecify.annotations.NullMarked;
