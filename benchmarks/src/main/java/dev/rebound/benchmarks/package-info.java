/**
 * Measures Rebound beside what it is measured against, in one run on one machine: its own fresh
 * PostgreSQL and Kafka, both durable, the services as processes of their own.
 *
 * <p>Every benchmark gives one figure, a ratio, since machines differ and are noisy. A figure
 * counts only where the integrity gate held: what was answered, what is stored and what was
 * published are the same events.
 */
@NullMarked
package dev.rebound.benchmarks;

import org.jspecify.annotations.NullMarked;
