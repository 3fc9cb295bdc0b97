/**
 * Where this service holds something of a candidate: what is shown on demand, and what is erased.
 */
@NullMarked
package dev.rebound.application.owndata;

import org.jspecify.annotations.NullMarked;
