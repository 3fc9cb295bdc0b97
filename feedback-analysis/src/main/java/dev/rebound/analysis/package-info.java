/**
 * Reads feedback: what a text says, about which themes, for or against the reader, and how specific
 * it is.
 *
 * <p>It knows the themes of {@link dev.rebound.events.Theme} and a lexicon of how recruiters,
 * managers and candidates write about them (see {@code lexicon/*.txt} among the resources). It
 * combines what a clause is about with how the clause judges it, so that a sentence never seen
 * before is read by the same rules as any other. A model that was taught with labelled feedback
 * ({@link dev.rebound.analysis.Model}) then revises what the lexicon judged.
 *
 * <p>It promises: the same text gives the same reading, on any thread; reading takes time in
 * proportion to the text's length; every offset points into the text that was given; any sequence
 * of characters is accepted. Ratings, stages that took place and what else is known about an
 * application are not its business: callers weigh those against the reading.
 *
 * <p>It does not know: languages other than English, irony, whether a statement is true, or who
 * wrote it. A text in another language is said to be not read; only refusals without content are
 * known in German, French and Spanish. A theme that it does not find may still be there; each theme
 * carries a confidence so that callers can say so.
 */
@NullMarked
package dev.rebound.analysis;

import org.jspecify.annotations.NullMarked;
