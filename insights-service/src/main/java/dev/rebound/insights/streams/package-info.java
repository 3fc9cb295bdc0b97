/** The topics of the other services, brought to this service's projection. */
@NullMarked
package dev.rebound.insights.streams;

import org.jspecify.annotations.NullMarked;
