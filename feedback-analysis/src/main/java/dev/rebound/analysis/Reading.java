package dev.rebound.analysis;

import java.util.List;

/**
 * What one text says.
 *
 * @param specificity how much the reader learns from it
 * @param statements the clauses, in the order of the text; empty only for a text without words
 * @param warnings wording that is unsafe to send, in the order of the text
 */
public record Reading(Specificity specificity, List<Statement> statements, List<Warning> warnings) {

  public Reading {
    statements = List.copyOf(statements);
    warnings = List.copyOf(warnings);
  }
}
