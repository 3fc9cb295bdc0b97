/**
 * Sends letters: by SMTP, or in development into a mailbox that can be looked into at {@code GET
 * /dev/mailbox}.
 *
 * <p>Only {@code rebound.development=true} brings the mailbox and its route into being; otherwise
 * nothing answers there. Letters in the mailbox are sealed under the recruiter's key like anything
 * else that tells of a person, and only the newest 500 are kept. It does not know what letters are
 * about, and keeps no copy of what went out by SMTP.
 */
@NullMarked
package dev.rebound.feedback.mail;

import org.jspecify.annotations.NullMarked;
