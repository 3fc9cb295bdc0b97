/** What the candidate does not want to count: it is in no figure, and can be taken back here. */
@NullMarked
package dev.rebound.insights.dismissals;

import org.jspecify.annotations.NullMarked;
