/** Tests of the delivery. */
@NullMarked
package dev.rebound.eventstore.delivery;

import org.jspecify.annotations.NullMarked;
