/**
 * Records traces with OpenTelemetry: the request, the append, the relay, the handlers' batches.
 *
 * <p>Off unless an endpoint is named (see {@code microprofile-config.properties}); then there is no
 * filter in front of the routes, and the path is given {@link
 * dev.rebound.delivery.tracing.Tracing#OFF}. The instrumentation that Quarkus brings is off for
 * good: it would record addresses of people, and paths and queries, which hold tokens of
 * invitations and words that were searched for. What is recorded is what stands here: methods,
 * routes as templates, states, names of handlers and topics, and counts.
 */
@NullMarked
package dev.rebound.chassis.tracing;

import org.jspecify.annotations.NullMarked;
