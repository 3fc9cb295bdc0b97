/**
 * The common threads: what was said about one theme, by several sources, over a candidate's
 * contexts.
 *
 * <p>Knows how evidence is weighed. A thread is a weakness or a strength, never both: whatever
 * weighs more. Causes that were not in the candidate's hands are no thread at all. Scores order the
 * threads of one candidate; they are no probabilities and say nothing between candidates.
 */
@NullMarked
package dev.rebound.insights.threads;

import org.jspecify.annotations.NullMarked;
