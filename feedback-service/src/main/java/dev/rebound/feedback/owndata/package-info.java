/**
 * Where this service holds something of a candidate: what is shown on demand, and what is erased.
 */
@NullMarked
package dev.rebound.feedback.owndata;

import org.jspecify.annotations.NullMarked;
