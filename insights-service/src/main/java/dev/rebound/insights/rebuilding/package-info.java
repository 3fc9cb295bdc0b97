/**
 * Folds the contexts anew, for operators: after the reader of texts has become better, or after a
 * repair. Sees figures of the machinery and nobody's data.
 *
 * <p>One rebuild runs at a time, over all replicas; the progress that is told is that of the last
 * one which this replica ran.
 */
@NullMarked
package dev.rebound.insights.rebuilding;

import org.jspecify.annotations.NullMarked;
