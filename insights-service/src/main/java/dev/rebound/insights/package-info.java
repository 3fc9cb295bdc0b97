/**
 * What rejections and feedback add up to, for the candidate they happened to.
 *
 * <p>It knows every event of the three topics. Out of them it keeps one read model, the facts of
 * each context ({@link dev.rebound.insights.contexts}): an application, or a piece of feedback that
 * belongs to none, and beside them what the candidate decided on what was shown. Every question is
 * a pure function of one candidate's contexts, computed when it is asked: a candidate has tens to
 * hundreds of them, and one index read brings them all.
 *
 * <p>It promises: whatever order the topics arrive in, the facts come out the same; a rebuild reads
 * every text anew and keeps the candidate's corrections; every figure says how much it rests on and
 * every claim carries its evidence; a candidate sees nothing but their own.
 *
 * <p>It does not know why anybody was rejected. It shows what was said, by whom, and how often.
 */
@NullMarked
package dev.rebound.insights;

import org.jspecify.annotations.NullMarked;
