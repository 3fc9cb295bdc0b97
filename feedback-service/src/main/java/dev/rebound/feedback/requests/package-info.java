/**
 * The question which requests there are and how they stand: the candidate's own, a board's, or
 * those that went to a recruiter's own address.
 *
 * <p>One request is read from its stream and is never behind. The list is a table, and so are the
 * requests whose time has come for a reminder or an end. Words are sealed, the candidate's under
 * the candidate's key and the recruiter's under the recruiter's.
 */
@NullMarked
package dev.rebound.feedback.requests;

import org.jspecify.annotations.NullMarked;
