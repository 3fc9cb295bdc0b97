/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.edge;

import org.jspecify.annotations.NullMarked;
