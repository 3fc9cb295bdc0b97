/** Tests of the sealing. */
@NullMarked
package dev.rebound.sealing;

import org.jspecify.annotations.NullMarked;
