/** How everything that was said is read: where a candidate corrects it, whatever it counts for. */
@NullMarked
package dev.rebound.insights.readings;

import org.jspecify.annotations.NullMarked;
