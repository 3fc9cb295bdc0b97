@NullMarked
package dev.rebound.chassis.tracing;

import org.jspecify.annotations.NullMarked;
