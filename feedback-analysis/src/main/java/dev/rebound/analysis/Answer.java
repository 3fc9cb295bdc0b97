package dev.rebound.analysis;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the command line says what a text says. Safe to share between threads. */
interface Answer {

  /** For programs. */
  ObjectNode json(String text);

  /** For people, several lines. */
  String page(String text);

  /** On one line, without control characters that a terminal would obey. */
  static String flat(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ");
  }
}
