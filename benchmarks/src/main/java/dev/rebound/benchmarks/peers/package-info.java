/**
 * What others offer for the same work, measured in the same run: Axon Framework with its JDBC event
 * store for a command, Kafka Streams for a projection. Each is a small program of its own in a JVM
 * of its own, with the options of our services, and prints what it is set to.
 */
@NullMarked
package dev.rebound.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
