/**
 * How a figure says what it rests on: a share with its interval, and whether there is enough to
 * speak of at all. Knows numbers and nothing of what they count.
 */
@NullMarked
package dev.rebound.insights.figures;

import org.jspecify.annotations.NullMarked;
