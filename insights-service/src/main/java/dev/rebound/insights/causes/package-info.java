/** How everything that was said is read: where a candidate corrects it, whatever it counts for. */
@NullMarked
package dev.rebound.insights.causes;

import org.jspecify.annotations.NullMarked;
