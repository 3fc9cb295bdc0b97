/** Tests of the delivery. */
@NullMarked
package dev.rebound.delivery;

import org.jspecify.annotations.NullMarked;
