package dev.rebound.analysis.jobs;

/**
 * The words of a description that a fact was read from.
 *
 * @param text exactly what stands there, mark-up between the words included
 * @param start where they begin in the description, counted in UTF-16 code units
 * @param end where they end, exclusive
 */
public record Words(String text, int start, int end) {}
