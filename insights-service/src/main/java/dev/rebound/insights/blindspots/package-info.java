/**
 * Where the candidate's own view and the recruiter's differ, and where they agree that something is
 * missing. Compares what both rated or named for the same application, and nothing else. Themes are
 * those that the candidate's corrections make of them, and only such as are in their hands.
 */
@NullMarked
package dev.rebound.insights.blindspots;

import org.jspecify.annotations.NullMarked;
