/**
 * How specific an answer is: what the text says, and what the boxes that were ticked say beside it.
 *
 * <p>The text is read by feedback-analysis. The boxes count as follows. A stage that was rated
 * counts as a stage named. A theme that was marked as decisive counts as a theme named, and as a
 * cause, so that the answer is no longer generic; unless the theme itself gives no cause (somebody
 * else was stronger, culture fit, unspecified). A rating of a theme alone names no cause: nearly
 * every form that is filled in rates something low, and that does not say what decided.
 *
 * <p>Words in a language that is not read are judged as PARTIAL with a score of 0 and nothing
 * missing, and the writer is told: what was not read is no reason to ask again.
 *
 * <p>It does not decide what follows from a judgement; the write model does.
 */
@NullMarked
package dev.rebound.feedback.specificity;

import org.jspecify.annotations.NullMarked;
