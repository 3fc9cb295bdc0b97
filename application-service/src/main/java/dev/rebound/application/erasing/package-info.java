/**
 * Destroys the keys of whoever asked to be forgotten: the person's, and those of what boards
 * reported before; once the boards that know the person are told.
 */
@NullMarked
package dev.rebound.application.erasing;

import org.jspecify.annotations.NullMarked;
