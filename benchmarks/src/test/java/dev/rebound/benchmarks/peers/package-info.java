/** What the peers rest on. */
@NullMarked
package dev.rebound.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
