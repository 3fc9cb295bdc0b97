/** Tests of the event path, on real PostgreSQL and Kafka where they are {@code *IT}. */
@NullMarked
package dev.rebound.eventstore;

import org.jspecify.annotations.NullMarked;
