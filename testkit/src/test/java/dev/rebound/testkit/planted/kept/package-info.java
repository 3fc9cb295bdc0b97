/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.kept;

import org.jspecify.annotations.NullMarked;
