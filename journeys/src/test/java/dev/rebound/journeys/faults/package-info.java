/**
 * What is promised whatever is killed, shown on the running whole under load: a ledger of what was
 * intended and what was acknowledged, parts killed by their process id at random times, and a
 * checker that joins the ledger with the event tables, the topics and the read models.
 *
 * <p>The ordinary test run takes a few kills; {@code ./rebound test --faults} takes the full
 * number. Every line that is printed says its n.
 */
@NullMarked
package dev.rebound.journeys.faults;

import org.jspecify.annotations.NullMarked;
