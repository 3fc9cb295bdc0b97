/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.circle.two;

import org.jspecify.annotations.NullMarked;
