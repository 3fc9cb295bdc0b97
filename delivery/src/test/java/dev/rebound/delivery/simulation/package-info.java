/**
 * The event path under a seeded scheduler, on small models of PostgreSQL and of the broker that
 * crash, delay and repeat as the scheduler draws. The same seed always gives the same run.
 *
 * <p>What decides runs as it is in a service: {@code CommandHandler} with what it knows of each
 * stream, {@code GroupCommit} in front of the append, {@code Sending} (what of a batch may be sent,
 * and how far the cursor may move) and {@code Plan} (what is to be done about a batch).
 *
 * <p>What talks to the outside is written anew for the models, step by step as in a service: the
 * append statement and the gate ({@code Database}), the relay and its sender ({@code
 * SimulatedRelay}), the transactions of projections and reactions ({@code SimulatedDelivery}), the
 * feed of own events and the consumer ({@code ServiceProcess}). A mistake in the SQL, in the Kafka
 * client's settings or in the threads of the real ones is not found here but by the tests on real
 * servers. Nothing is sealed, no record is malformed, and no stream is parked.
 */
@NullMarked
package dev.rebound.delivery.simulation;

import org.jspecify.annotations.NullMarked;
