package dev.rebound.images;

import java.time.Instant;

/**
 * Which build it is.
 *
 * @param tag the images' tag, and their version
 * @param revision the commit, or "unknown"
 * @param made when the commit was made, so that the same commit gives the same image
 */
record Release(String tag, String revision, Instant made) {}
