/**
 * What is this job made of? Answers the components of an application's job description, so that a
 * candidate can say of each what it does to the own energy.
 *
 * <p>How a description comes apart is {@link dev.rebound.analysis.jobs}' business; here it is only
 * read and served.
 */
@NullMarked
package dev.rebound.application.components;

import org.jspecify.annotations.NullMarked;
