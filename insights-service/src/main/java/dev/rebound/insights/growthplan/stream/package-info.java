/**
 * The one way to a candidate's growth plan: its stream, and the handler that carries commands to
 * it.
 *
 * <p>The plan is read from its stream and not from a read model, so that whoever has just changed
 * it sees the change in the next answer.
 */
@NullMarked
package dev.rebound.insights.growthplan.stream;

import org.jspecify.annotations.NullMarked;
