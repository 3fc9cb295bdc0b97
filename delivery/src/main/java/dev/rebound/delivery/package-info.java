/**
 * The read side of the event path: brings events to projections and reactions, the service's own
 * straight from its event table, the others' from Kafka. Both ways lead through the same delivery.
 *
 * <p>What it promises to a handler:
 *
 * <ul>
 *   <li>Each event once and in order per stream, however often and wherever it comes again. A
 *       projection's effect and the note that it has it are one transaction. A reaction gets an
 *       event again only where the process died, or lost its partition to another, between its
 *       doing and the note, or where what it did for several together failed.
 *   <li>One bad event stops nobody but its own stream: it goes to the dead letters with a reason,
 *       and so does what follows in its stream, until someone has looked.
 *   <li>While the database or the network fails, a delivery waits and tries again, for ever.
 *   <li>A handler that takes longer than 20 seconds over one event has failed.
 * </ul>
 *
 * <p>Everything here blocks and runs on virtual threads; only handlers are reactive.
 *
 * <p>What is parked is released when an operator asks for it: {@link dev.rebound.delivery.Release}
 * brings what was held back to the handler, in order, and then the stream goes on.
 *
 * <p>How far each handler is stands in four tables beside the events: {@code watermark}, {@code
 * stream_progress}, {@code parked_stream} and {@code applied_event}. The event store's migrations
 * make them, and a migration that has run is not changed, in a comment neither.
 */
@NullMarked
package dev.rebound.delivery;

import org.jspecify.annotations.NullMarked;
