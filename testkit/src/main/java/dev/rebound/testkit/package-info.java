/**
 * What the tests of every module share.
 *
 * <p>{@link dev.rebound.testkit.Stack} gives a test the real PostgreSQL, Kafka and Keycloak. Which
 * ones is decided per part: the one that an environment variable names (REBOUND_TEST_POSTGRES_URL,
 * REBOUND_TEST_KAFKA, REBOUND_TEST_KEYCLOAK), else a container where an engine answers, else a
 * process of this machine. They start at the first question, once per JVM, on free ports, in
 * folders that are deleted afterwards. PostgreSQL and Kafka belong to one JVM, so a test may stop
 * them; Keycloak, which is slow to start and which no test changes but by adding candidates of its
 * own, is shared by all test JVMs of the checkout.
 *
 * <p>{@link dev.rebound.testkit.StackTestResource} hands all of it to a Quarkus application under
 * test.
 *
 * <p>Promises: nothing runs on after the tests (Keycloak five minutes at most, for the next run),
 * however they ended; no test waits for a fixed time. Does not know: any service. It holds nothing
 * that production code uses.
 */
@NullMarked
package dev.rebound.testkit;

import org.jspecify.annotations.NullMarked;
