/**
 * Wires the event path into a service: the store on its database, sealing with the subjects' keys,
 * the relay, and the delivery to whatever projections and reactions the service has.
 *
 * <p>A service adds beans of type {@code Projection} and {@code Reaction}, and for each topic of
 * another service one method that hands its batches to {@link
 * dev.rebound.chassis.events.EventPath#accept}.
 */
@NullMarked
package dev.rebound.chassis.events;

import org.jspecify.annotations.NullMarked;
