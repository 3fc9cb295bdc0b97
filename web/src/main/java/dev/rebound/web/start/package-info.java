/**
 * The start page: what Rebound is for those outside, and the figures of the five steps for whoever
 * is signed in.
 *
 * <p>It asks the services on the person's behalf, all at once and with little patience, and shows
 * what came in time; what did not come is said calmly in its place. It computes nothing that a
 * service could say and keeps nothing.
 */
@NullMarked
package dev.rebound.web.start;

import org.jspecify.annotations.NullMarked;
