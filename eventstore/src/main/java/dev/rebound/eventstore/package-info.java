/**
 * The write side of the event path: command, store, relay.
 *
 * <p>What it assumes: one PostgreSQL database a service, one Kafka topic a service, events of the
 * {@code events} module. What it promises:
 *
 * <ul>
 *   <li>An append is one statement and the only write of its transaction: it is durable and whole
 *       when it answers, each stream's versions have no gap and no double, and the idempotency
 *       record is part of it.
 *   <li>Personal words are sealed before anything is written, see {@link
 *       dev.rebound.sealing.Sealing}.
 *   <li>The event table is the outbox. Committed events reach Kafka in {@code (tx, position)}
 *       order, at least once, and none is passed over, however late it commits.
 * </ul>
 *
 * <p>What it does not know: HTTP, users, what any event means, and who reads it.
 */
@NullMarked
package dev.rebound.eventstore;

import org.jspecify.annotations.NullMarked;
