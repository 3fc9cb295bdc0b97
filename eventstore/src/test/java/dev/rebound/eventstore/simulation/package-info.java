/**
 * The event path under a seeded scheduler: what a service decides, appends, relays and projects
 * runs as it is, on small models of PostgreSQL and of the broker that crash, delay and repeat as
 * the scheduler draws. The same seed always gives the same run.
 */
@NullMarked
package dev.rebound.eventstore.simulation;

import org.jspecify.annotations.NullMarked;
