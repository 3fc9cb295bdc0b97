package dev.rebound.insights.search;

/**
 * What languages are called. People write one as they like, and what is looked for under one name
 * is not to be left out under another.
 */
@FunctionalInterface
public interface LanguageNames {

  /** The one name of a language, by any of its names or its code; what is none stays as it is. */
  String canonical(String entry);
}
