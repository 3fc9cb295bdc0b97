/**
 * The HTTP conventions of the API, once for every service: who calls, preconditions and
 * idempotency, reading one's own writes, paging, problems, and what is refused before anything else
 * looks at a request.
 *
 * <p>It knows commands and events only by their envelopes, and nothing of what a service is about.
 */
@NullMarked
package dev.rebound.chassis.http;

import org.jspecify.annotations.NullMarked;
