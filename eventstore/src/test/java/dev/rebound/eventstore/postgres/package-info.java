/** Tests of the store on PostgreSQL. */
@NullMarked
package dev.rebound.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
