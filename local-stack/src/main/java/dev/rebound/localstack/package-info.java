/**
 * Rebound on one machine.
 *
 * <p>Knows how to start, watch and stop every part of Rebound as a process of this machine:
 * PostgreSQL, Kafka and Keycloak, and the four applications. A part is a small class ({@link
 * dev.rebound.localstack.LocalPostgres}, {@link dev.rebound.localstack.LocalKafka}, {@link
 * dev.rebound.localstack.LocalKeycloak}, {@link dev.rebound.localstack.LocalService}) that has a
 * port, a folder of its own and a file with its process id; nothing else is remembered, so any
 * later command, or another JVM, finds what runs. The tests use the same classes on free ports.
 *
 * <p>Promises: stopping and starting loses nothing; starting starts only what is missing; a part is
 * called up only when it answers; what cannot work (a taken port, a full disk, a part that died) is
 * said in one plain {@link dev.rebound.localstack.Trouble} with what to do about it.
 *
 * <p>Does not know: what the services do. It gives them their settings and asks whether they are
 * ready. It is for development, demonstrations and tests; production runs on the Helm chart.
 */
@NullMarked
package dev.rebound.localstack;

import org.jspecify.annotations.NullMarked;
