/** Destroys the keys of whoever asked to be forgotten: the person's, and those of their addresses. */
@NullMarked
package dev.rebound.application.erasing;

import org.jspecify.annotations.NullMarked;
