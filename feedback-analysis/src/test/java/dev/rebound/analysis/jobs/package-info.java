/** What is read out of job descriptions, told in postings of our own. */
@NullMarked
package dev.rebound.analysis.jobs;

import org.jspecify.annotations.NullMarked;
