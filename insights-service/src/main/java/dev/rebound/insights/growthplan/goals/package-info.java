/**
 * The question what a candidate works on and could work on: the goals taken on, with what was said
 * of their themes before and since, and proposals out of the threads that recur.
 *
 * <p>It promises that a proposal keeps its id as long as it stands, so that it can be taken on by
 * it; that each carries its evidence; and that a theme that was closed is not proposed again until
 * somebody says it again. It knows what to aim for by {@link
 * dev.rebound.insights.growthplan.goals.Catalogue a catalogue} written by people.
 *
 * <p>It does not know whether a goal helped. It counts what was said before and since.
 */
@NullMarked
package dev.rebound.insights.growthplan.goals;

import org.jspecify.annotations.NullMarked;
