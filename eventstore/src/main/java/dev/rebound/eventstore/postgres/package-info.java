/**
 * The event store on PostgreSQL, and the one way to read it in commit order.
 *
 * <p>Concurrent appends are written together by one statement, which is the only write of its
 * transaction: that, and reading by {@code (tx, position)} behind {@code pg_snapshot_xmin}, is what
 * keeps a reader with a cursor from passing over an event that commits late, and a stream's events
 * in order.
 *
 * <p>It assumes a cluster without long write transactions, in whichever database: the oldest one
 * holds every reader back. And it assumes that transaction ids only grow, so a cluster is moved by
 * a physical copy; after a logical restore the column {@code tx} has to be rewritten.
 */
@NullMarked
package dev.rebound.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
