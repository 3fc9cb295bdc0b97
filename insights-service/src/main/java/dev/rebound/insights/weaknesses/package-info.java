/**
 * Which critique recurs, from whom and on what evidence. Never lists what was not in the
 * candidate's hands, and calls nothing a pattern that was said in one context.
 */
@NullMarked
package dev.rebound.insights.weaknesses;

import org.jspecify.annotations.NullMarked;
