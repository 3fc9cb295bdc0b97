/** What the reader promises, told in sentences of our own. */
@NullMarked
package dev.rebound.analysis;

import org.jspecify.annotations.NullMarked;
