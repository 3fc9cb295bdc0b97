@NullMarked
package dev.rebound.chassis.logging;

import org.jspecify.annotations.NullMarked;
