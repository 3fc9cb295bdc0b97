/**
 * Passes {@code /api/v1/**} on to the service that owns the path, as a stream in both directions.
 *
 * <p>It knows which path belongs to whom, whose token goes along, and which headers end here. It
 * promises that no cookie and no spoofed forwarding header reaches a service, that a service's
 * links lead back to this origin, and that a service which is down, slow or broken answers as a
 * problem that says so. It reads no body and knows no meaning: authorisation is the services' own.
 */
@NullMarked
package dev.rebound.web.forwarding;

import org.jspecify.annotations.NullMarked;
