/**
 * The question what feedback a candidate has, and what it says: from recruiters who were asked and
 * from everybody else, newest first.
 *
 * <p>The table keeps each piece sealed whole under the candidate's key, and beside it what the
 * words were read as, and by which version of the reader. A rebuild reads them again, so that a
 * better reader reads the past as well. How specific a piece was when it came in is part of its
 * event, and stays: it decided whether the recruiter was asked again.
 */
@NullMarked
package dev.rebound.feedback.received;

import org.jspecify.annotations.NullMarked;
