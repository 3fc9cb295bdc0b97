/**
 * What a recruiter without an account can do with an invitation: open it, check a draft, answer,
 * decline.
 *
 * <p>The token is in the body, never in an address, so that it reaches no log. Whether it is
 * unknown, malformed, used, expired or cancelled, the answer is the same 404 after the same work.
 * One answer a round, however many arrive at once: the version of the request's stream decides.
 */
@NullMarked
package dev.rebound.feedback.invitations;

import org.jspecify.annotations.NullMarked;
