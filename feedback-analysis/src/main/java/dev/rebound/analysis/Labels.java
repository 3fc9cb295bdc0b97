package dev.rebound.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the hand that labelled a message says of each of its clauses. */
final class Labels {

  private final String text;
  private final List<JsonNode> statements = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  /**
   * @param message one line of labelled feedback
   */
  Labels(JsonNode message) {
    this.text = message.path("text").asText();
    int from = 0;
    for (JsonNode statement : message.path("statements")) {
      String part = statement.path("text").asText();
      int start = text.indexOf(part, from);
      if (start < 0) {
        throw new IllegalArgumentException("not in order in its text: '" + part + "'");
      }
      statements.add(statement);
      starts.add(start);
      from = start + part.length();
    }
  }

  String text() {
    return text;
  }

  /**
   * The answers that are true of a clause: those of every statement that it is half of, or that is
   * half of it.
   */
  BitSet answers(List<Token> clause) {
    int start = clause.getFirst().start();
    int end = clause.getLast().end();
    BitSet answers = new BitSet(Model.ANSWERS);
    for (int at = 0; at < statements.size(); at++) {
      int from = starts.get(at);
      int to = from + statements.get(at).path("text").asText().length();
      int shared = 2 * (Math.min(end, to) - Math.max(start, from));
      if (shared > 0 && (shared >= end - start || shared >= to - from)) {
        answer(answers, statements.get(at));
      }
    }
    return answers;
  }

  private static void answer(BitSet answers, JsonNode statement) {
    Polarity polarity = Polarity.valueOf(statement.path("polarity").asText());
    if (polarity == Polarity.POSITIVE) {
      answers.set(Model.PRAISES);
    }
    for (JsonNode code : statement.path("themes")) {
      Theme theme = Theme.valueOf(code.asText());
      answers.set(Model.about(theme));
      if (polarity == Polarity.NEGATIVE) {
        answers.set(Model.against(theme));
        answers.set(Model.NAMES_CAUSE);
      }
    }
    if (polarity == Polarity.NEGATIVE) {
      answers.set(Model.BLAMES);
    }
  }
}
