/**
 * How much was never in the candidate's hands, and where effort pays.
 *
 * <p>Each rejection has one main cause, by the highest authority that names one; see {@link
 * dev.rebound.insights.perspective.MainCause}. A rejection for which nobody named a cause is
 * counted as unknown and not guessed at.
 */
@NullMarked
package dev.rebound.insights.perspective;

import org.jspecify.annotations.NullMarked;
