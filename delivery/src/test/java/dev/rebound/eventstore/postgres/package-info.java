/** The models of the simulation that stand in for what is visible here only. */
@NullMarked
package dev.rebound.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
