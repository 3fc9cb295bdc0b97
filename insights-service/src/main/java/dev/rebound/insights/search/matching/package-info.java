/**
 * Whether a posting fits a search profile, and why.
 *
 * <p>It promises the same verdict for the same posting wherever it is asked for: on pasted
 * postings, for a board, and in the backtest on the candidate's own applications. What a posting
 * does not say never rules it out. It knows other spellings of common words and how postings ask
 * for a language, both from lists written by people.
 *
 * <p>It does not rank, and it does not know how far one place is from another.
 */
@NullMarked
package dev.rebound.insights.search.matching;

import org.jspecify.annotations.NullMarked;
