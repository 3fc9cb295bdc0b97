/** How a service is connected to its databases. */
@NullMarked
package dev.rebound.chassis.database;

import org.jspecify.annotations.NullMarked;
