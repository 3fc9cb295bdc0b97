/**
 * Which applications are there?
 *
 * <p>A table with a row per application, folded from the service's own events: what it is filtered
 * and sorted by stands in clear (status, day, board), everything else is sealed under the
 * candidate's key. Searching by words opens the candidate's own rows, of which there are tens to
 * hundreds. The list is behind the commands by some milliseconds; {@code ?after=} waits for them.
 *
 * <p>A row leaves out the description, and the recruiter, whose words another key seals.
 */
@NullMarked
package dev.rebound.application.applicationlist;

import org.jspecify.annotations.NullMarked;
