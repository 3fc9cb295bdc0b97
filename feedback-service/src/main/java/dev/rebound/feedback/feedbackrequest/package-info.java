/**
 * The write model of one feedback request: asked, answered, asked again, and in the end closed.
 *
 * <p>Pure: time and ids come in with the command, the judgement of an answer comes in with the
 * answer. It promises at most two rounds, one answer a round, and reminders that stay within {@link
 * dev.rebound.feedback.feedbackrequest.Terms}. It does not know who may do what, how an invitation
 * travels, or how a text is read.
 */
@NullMarked
package dev.rebound.feedback.feedbackrequest;

import org.jspecify.annotations.NullMarked;
