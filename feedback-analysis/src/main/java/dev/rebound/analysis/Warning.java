package dev.rebound.analysis;

/**
 * Wording that its writer should think about before sending it.
 *
 * @param text the words in question, as they stand in the text
 * @param why one plain sentence for the writer
 */
public record Warning(String text, String why) {}
