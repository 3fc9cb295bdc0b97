/** Tests of the delivery. */
@NullMarked
package dev.rebound.delivery.tracing;

import org.jspecify.annotations.NullMarked;
