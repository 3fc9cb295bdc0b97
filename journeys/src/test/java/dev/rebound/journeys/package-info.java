/**
 * Journeys over the running whole: everything is started as a user would start it, on free ports,
 * and looked at from outside: over HTTP, and where a promise is about what is stored, in the tables
 * and topics themselves.
 */
@NullMarked
package dev.rebound.journeys;

import org.jspecify.annotations.NullMarked;
