/**
 * Tells a candidate's pages which answers are worth asking for again, as server-sent events.
 *
 * <p>Each connection looks at the revisions of its own candidate's rows once a second, so it hears
 * of what any replica applied. It says that something changed, never what; an event that is missed
 * costs nothing, since the next change is told as well.
 */
@NullMarked
package dev.rebound.insights.changes;

import org.jspecify.annotations.NullMarked;
