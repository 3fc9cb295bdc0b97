package dev.rebound.analysis;

import dev.rebound.events.Theme;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one text says.
 *
 * @param specificity how much the reader learns from it; where it was not read, GENERIC with a
 *     score of 0 and nothing missing, which says nothing about the text
 * @param statements the clauses, in the order of the text; empty only for a text without words. Of
 *     a text that was not read they have no themes
 * @param warnings wording that is unsafe to send, in the order of the text, then contradictions
 * @param language of the text, as far as its words tell
 * @param read whether it was read: English is, and of some other languages what has no content
 */
public record Reading(
    Specificity specificity,
    List<Statement> statements,
    List<Warning> warnings,
    Language language,
    boolean read) {

  public Reading {
    statements = List.copyOf(statements);
    warnings = List.copyOf(warnings);
  }

  /** The reading of an English text. */
  public Reading(Specificity specificity, List<Statement> statements, List<Warning> warnings) {
    this(specificity, statements, warnings, Language.ENGLISH, true);
  }

  /** The themes of everything but praise, in the order of the text: causes, advice, mentions. */
  public List<Theme> causes() {
    return themes(polarity -> polarity != Polarity.POSITIVE);
  }

  /** The themes that it finds praised, in the order of the text. */
  public List<Theme> strengths() {
    return themes(polarity -> polarity == Polarity.POSITIVE);
  }

  private List<Theme> themes(Predicate<Polarity> judged) {
    return statements.stream()
        .filter(statement -> judged.test(statement.polarity()))
        .flatMap(statement -> statement.themes().stream())
        .map(ThemeReading::theme)
        .toList();
  }
}
