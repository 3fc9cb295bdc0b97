/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.circle.one;

import org.jspecify.annotations.NullMarked;
