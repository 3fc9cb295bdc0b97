/**
 * Tells a candidate's pages which answers are worth asking for again, as server-sent events.
 *
 * <p>Each connection looks at the revisions of its own candidate's rows once a second, so it hears
 * of what any replica applied. It says that something changed, never what. Each message has an id,
 * by which whoever connects again, to any replica, is told at once whether something has changed
 * meanwhile.
 */
@NullMarked
package dev.rebound.insights.changes;

import org.jspecify.annotations.NullMarked;
