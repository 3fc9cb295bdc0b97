/**
 * Asks for feedback when a rejection names a recruiter, and takes the question back when the
 * rejection is.
 *
 * <p>Request ids are derived from the rejection's event id, so an event that comes again asks
 * nobody again. {@code asked} remembers which requests belong to an application; it is written
 * before the request is opened, so that whoever takes a rejection back finds every request there
 * may be. It does not know how the recruiter is reached.
 */
@NullMarked
package dev.rebound.feedback.asking;

import org.jspecify.annotations.NullMarked;
