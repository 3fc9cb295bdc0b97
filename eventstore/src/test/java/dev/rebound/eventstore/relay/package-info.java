/** Tests of the relay. */
@NullMarked
package dev.rebound.eventstore.relay;

import org.jspecify.annotations.NullMarked;
