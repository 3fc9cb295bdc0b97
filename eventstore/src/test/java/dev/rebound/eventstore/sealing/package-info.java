/** Tests of the sealing. */
@NullMarked
package dev.rebound.eventstore.sealing;

import org.jspecify.annotations.NullMarked;
