/**
 * A search profile as a query that other search engines take, and what each of them cannot say.
 *
 * <p>It promises that whatever a target cannot express is listed in plain words, and that a value
 * never breaks out of its place in a query or an address. Exclusions are written in all spellings,
 * since engines leave out exact words only.
 *
 * <p>LinkedIn's and Indeed's addresses are not documented by their owners and may change. Adzuna's
 * parameters are those of its search API, version 1.
 */
@NullMarked
package dev.rebound.insights.search.export;

import org.jspecify.annotations.NullMarked;
