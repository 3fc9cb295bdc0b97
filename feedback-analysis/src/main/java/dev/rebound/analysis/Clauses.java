package dev.rebound.analysis;

import dev.rebound.analysis.Token.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into clauses: at the end of sentences, at contrasts ('but'), at reasons ('because')
 * and where a new subject follows 'and', so that praise and blame in one sentence stay apart and a
 * 'not' reaches no further than its own clause.
 */
final class Clauses {

  /** Longer clauses are cut here, which bounds the work that any clause can cause. */
  static final int LONGEST_CLAUSE = 60;

  private static final Set<String> CONTRASTS =
      Set.of(
          "but",
          "however",
          "although",
          "though",
          "whereas",
          "except",
          "nevertheless",
          "nonetheless",
          "unfortunately",
          "because",
          "sadly");
  private static final Set<String> AFTER_COMMA =
      Set.of("while", "whilst", "despite", "yet", "so", "therefore", "still", "as", "when", "even");
  private static final Set<String> CONCESSIONS =
      Set.of("while", "whilst", "although", "though", "despite", "even", "as");
  private static final Set<String> SUBJECTS =
      Set.of(
          "you", "your", "we", "our", "the", "there", "i", "my", "it", "he", "she", "they", "their",
          "his", "her", "this", "that", "other", "others", "another", "some", "did", "never");

  private Clauses() {}

  /** The clauses in order; together they hold every token. */
  static List<List<Token>> of(List<Token> tokens) {
    List<List<Token>> clauses = new ArrayList<>();
    int start = 0;
    boolean conceding = false;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean sentence = token.before() == Break.SENTENCE;
      boolean cut =
          at > start
              && (token.before().compareTo(Break.CLAUSE) >= 0
                  || at - start >= LONGEST_CLAUSE
                  || turns(tokens, at, start)
                  || (conceding && at - start > 2 && subjectAfterComma(token)));
      if (cut) {
        clauses.add(tokens.subList(start, at));
        start = at;
      }
      if (sentence) {
        conceding = CONCESSIONS.contains(token.form());
      } else if (cut) {
        conceding = false;
      }
    }
    if (start < tokens.size()) {
      clauses.add(tokens.subList(start, tokens.size()));
    }
    return clauses;
  }

  private static boolean turns(List<Token> tokens, int at, int start) {
    Token token = tokens.get(at);
    if (at - start < 2 || at + 1 >= tokens.size() || endsSentence(tokens, at)) {
      return false;
    }
    Token next = tokens.get(at + 1);
    if (CONTRASTS.contains(token.form()) || givesReason(token, next)) {
      return true;
    }
    if (token.before() == Break.COMMA && AFTER_COMMA.contains(token.form())) {
      return true;
    }
    return token.is("and") && SUBJECTS.contains(next.form());
  }

  /** 'Since you ..' and 'due to ..', not 'has since been filled' or 'was due on Monday'. */
  private static boolean givesReason(Token token, Token next) {
    return (token.is("since") && SUBJECTS.contains(next.form()))
        || (token.is("due") && next.is("to"));
  }

  private static boolean endsSentence(List<Token> tokens, int at) {
    return tokens.get(at + 1).before() == Break.SENTENCE;
  }

  private static boolean subjectAfterComma(Token token) {
    return token.before() == Break.COMMA && SUBJECTS.contains(token.form());
  }
}
