/** What an image says of itself and what is in it, on files made for the test. */
@NullMarked
package dev.rebound.images;

import org.jspecify.annotations.NullMarked;
