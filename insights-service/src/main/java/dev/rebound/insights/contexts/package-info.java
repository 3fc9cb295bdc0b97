/**
 * The one read model: what is known of each of a candidate's contexts.
 *
 * <p>A context is an application, or one piece of feedback that belongs to none; the candidate's
 * own decisions (corrections, consents) are one more row. {@link
 * dev.rebound.insights.contexts.Folding} is the pure fold from events to facts. It reads texts into
 * {@link dev.rebound.insights.contexts.Evidence} as it goes, and comes to the same facts whichever
 * topic is ahead and however often an event is delivered. {@link
 * dev.rebound.insights.contexts.ContextProjection} keeps the rows, sealed under the candidate's
 * key; {@link dev.rebound.insights.contexts.Contexts} reads them back.
 *
 * <p>It promises evidence ids that a rebuild finds again, since corrections name them. It does not
 * weigh anything: what the facts mean is for the questions to say.
 */
@NullMarked
package dev.rebound.insights.contexts;

import org.jspecify.annotations.NullMarked;
