/** Planted for the rules of the house. */
@NullMarked
package dev.rebound.application.planted;

import org.jspecify.annotations.NullMarked;
