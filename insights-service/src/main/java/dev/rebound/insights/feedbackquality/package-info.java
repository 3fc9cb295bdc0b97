/**
 * The question how well a board's recruiters answer: how many were asked, how many answered, how
 * soon, and how many of them so that a candidate could act on it.
 *
 * <p>It is a board's own question about itself. Below twenty candidates there is no answer, since a
 * figure of few people tells of one of them; which is why it counts and never lists.
 */
@NullMarked
package dev.rebound.insights.feedbackquality;

import org.jspecify.annotations.NullMarked;
