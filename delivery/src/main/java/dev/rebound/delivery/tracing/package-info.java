/** What the path of an event tells of its steps to whoever records traces. */
@NullMarked
package dev.rebound.delivery.tracing;

import org.jspecify.annotations.NullMarked;
