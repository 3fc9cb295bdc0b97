/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.testkit.planted.naming;

import org.jspecify.annotations.NullMarked;
