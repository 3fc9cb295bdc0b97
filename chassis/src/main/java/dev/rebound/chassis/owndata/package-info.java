/**
 * What a service holds of a person, and how it forgets.
 *
 * <p>Each service says in one bean of type {@link dev.rebound.chassis.owndata.Holdings} where it
 * holds what. That gives it the route {@code GET /api/v1/me/data}, and {@link
 * dev.rebound.chassis.owndata.Forgetting}, which looks into the log of erasures every few seconds
 * and deletes what there is of those it finds there. How far it has looked stands in the service's
 * own database: one that is restored from a backup forgets again whoever was erased since.
 */
@NullMarked
package dev.rebound.chassis.owndata;

import org.jspecify.annotations.NullMarked;
