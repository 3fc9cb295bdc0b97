/**
 * What is this job made of? Splits a job description into its components, so that a candidate can
 * say of each what it does to the own energy.
 *
 * <p>Pure and deterministic: the same text always gives the same components under the same ids. It
 * works on postings as they are pasted: with headings and bullets, with mark-up, as one long line,
 * or with the line breaks lost and words run together. It reads the form of the text and common
 * English (and a little German) headings and turns of phrase; it does not understand it, so a kind
 * is a reading aid and nothing is decided by it.
 */
@NullMarked
package dev.rebound.application.components;

import org.jspecify.annotations.NullMarked;
