/**
 * What is there to reflect on, and how far is it?
 *
 * <p>Answers the prompts, which follow from the stages that took place, and what was written so
 * far. A draft is kept in a table of its own, sealed, and is overtaken by the next completion. It
 * is checked for its bounds only; whether a reflection is complete, the write model decides.
 */
@NullMarked
package dev.rebound.application.reflectionform;

import org.jspecify.annotations.NullMarked;
