/**
 * How a service is connected to its databases, and how it is kept from the rows of other boards.
 *
 * <p>A table that belongs to boards has a column {@code board} and row-level security: a policy
 * shows the rows of the transaction's {@link dev.rebound.chassis.database.Scope} and no others, and
 * binds the service's role although it owns the table. Every query still names its board or owner;
 * the policy is for the one that forgets. {@link dev.rebound.chassis.database.ScopedPool} runs work
 * in a scope. What a projection writes is in the scope of all boards, which its delivery opens.
 *
 * <p>Does not know: any table. A migration makes the policy with the table, and a test over the
 * catalogue finds the table that has none.
 */
@NullMarked
package dev.rebound.chassis.database;

import org.jspecify.annotations.NullMarked;
