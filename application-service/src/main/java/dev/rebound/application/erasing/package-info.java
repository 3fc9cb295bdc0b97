/** Destroys the key of whoever asked to be forgotten. */
@NullMarked
package dev.rebound.application.erasing;

import org.jspecify.annotations.NullMarked;
