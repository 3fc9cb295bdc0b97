/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.impure;

import org.jspecify.annotations.NullMarked;
