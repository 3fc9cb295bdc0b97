/**
 * Which applications there are, whose they are, and which of them were rejected: as much as it
 * takes to ask about one on the candidate's word.
 *
 * <p>Kept from {@code rebound.applications}; the posting's words are sealed under the candidate's
 * key. It does not know the recruiter by name: whom to ask comes from the rejection itself or from
 * the candidate.
 */
@NullMarked
package dev.rebound.feedback.rejections;

import org.jspecify.annotations.NullMarked;
