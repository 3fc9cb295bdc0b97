/**
 * The question what to prepare for one open application: the weaknesses that its stages will test,
 * what was said of them, what to practise, what to lean on, what to check first, and what was
 * learned before.
 *
 * <p>It promises nothing that was not said: each part carries its evidence and its n, and where
 * there is not enough yet it says so. Which stages test what is {@link
 * dev.rebound.insights.preparation.TestedIn a table} made by judgement.
 *
 * <p>It does not know what this employer will ask.
 */
@NullMarked
package dev.rebound.insights.preparation;

import org.jspecify.annotations.NullMarked;
