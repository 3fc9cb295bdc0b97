/**
 * The question what feedback a candidate has, and what it says: from recruiters who were asked and
 * from everybody else, newest first.
 *
 * <p>The table keeps each piece sealed whole under the candidate's key. What the words say is read
 * when it is asked for, so that a better reader reads the past as well.
 */
@NullMarked
package dev.rebound.feedback.received;

import org.jspecify.annotations.NullMarked;
