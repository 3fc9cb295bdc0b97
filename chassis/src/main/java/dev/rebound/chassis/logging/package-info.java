/** What is said in the log, and what is not. */
@NullMarked
package dev.rebound.chassis.logging;

import org.jspecify.annotations.NullMarked;
