/**
 * The start page: what Rebound is for those outside, and the way to their pages for whoever is
 * signed in.
 */
@NullMarked
package dev.rebound.web.start;

import org.jspecify.annotations.NullMarked;
