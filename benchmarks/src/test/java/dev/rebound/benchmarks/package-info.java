/** What the benchmarks rest on; the measuring itself is not tested. */
@NullMarked
package dev.rebound.benchmarks;

import org.jspecify.annotations.NullMarked;
