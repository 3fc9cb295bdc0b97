/**
 * The question how a candidate's search could become more specific: changes of the profile out of
 * rejections, out of how the parts of jobs felt, and out of how far applications came.
 *
 * <p>It promises that each change carries what it rests on and what it would have done to the
 * candidate's own applications; that a hard requirement (language, place, permit) is suggested from
 * one context on and anything else from two; that a change keeps its id as long as its oldest
 * evidence stands; and that no two changes have the same id, also where one of them was decided. No
 * words go into an id, since decisions carry it in clear.
 *
 * <p>It does not know the market. A change that skips rejections may skip the right job as well,
 * and the backtest can only show it on what the candidate tried.
 */
@NullMarked
package dev.rebound.insights.search.refinements;

import org.jspecify.annotations.NullMarked;
