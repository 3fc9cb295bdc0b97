/**
 * The write model of feedback that nobody was asked for through Rebound: an appraisal, a mentor's
 * or a peer's words, a mock interview, or what a recruiter said elsewhere, recorded by the
 * candidate.
 *
 * <p>Pure. It promises that a piece of feedback is recorded once and is not from the future. It
 * does not judge what it says.
 */
@NullMarked
package dev.rebound.feedback.givenfeedback;

import org.jspecify.annotations.NullMarked;
