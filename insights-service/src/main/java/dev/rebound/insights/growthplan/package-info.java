/**
 * What a candidate works on: goals taken on, looked at, reached or let go, on the stream {@code
 * growth-plan-<candidateId>}.
 *
 * <p>It promises that a goal is taken on once, changes only while it is open, and is closed once;
 * and that there are never more open goals than anybody can keep in mind.
 *
 * <p>It does not know what was proposed or why. A proposal comes in whole, with the command that
 * takes it on.
 */
@NullMarked
package dev.rebound.insights.growthplan;

import org.jspecify.annotations.NullMarked;
