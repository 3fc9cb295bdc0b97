/**
 * How does this application stand, and what happened on the way?
 *
 * <p>Folded from the streams of the application and of its reflection at each question, so it is
 * never behind a command that was answered. What it shows is the candidate's own record; others
 * find nothing.
 */
@NullMarked
package dev.rebound.application.timeline;

import org.jspecify.annotations.NullMarked;
