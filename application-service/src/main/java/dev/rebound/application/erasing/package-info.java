/** Destroys the key of whoever asked to be forgotten, once the boards that know them are told. */
@NullMarked
package dev.rebound.application.erasing;

import org.jspecify.annotations.NullMarked;
