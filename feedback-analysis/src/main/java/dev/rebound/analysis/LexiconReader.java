package dev.rebound.analysis;

import dev.rebound.events.MissingPart;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads by a lexicon and a model: words, clauses, phrases, judgements, the model's revision of
 * them, then what the text as a whole says.
 *
 * <p>Nobody is too senior and too junior at once, so 'overqualified' outweighs what sounds like a
 * lack of years. 'Somebody was better' and 'no culture fit' count only while no cause is named; a
 * text that names none at all is UNSPECIFIED, at its rejection when it has one. So is a shortcoming
 * that no theme covers: it is a cause, and whoever reads it can say which.
 */
final class LexiconReader implements FeedbackReader {

  /** Loaded when the first service asks for it. */
  private static final class Shared {
    private static final LexiconReader READER = trained(Model.load());
  }

  /**
   * Part of the version, which names the files by their hashes: to be raised when a rule that is
   * written in Java changes what is read.
   */
  private static final int RULES = 4;

  /** How sure 'no cause given' is when the text does reject, and when it says nothing at all. */
  private static final double REJECTED_WITHOUT_CAUSE = 0.8;

  private static final double NOTHING_SAID = 0.3;

  private final Lexicon lexicon;
  private final Languages languages;
  private final Revision revision;
  private final String version;

  private LexiconReader(Lexicon lexicon, Languages languages, Revision revision, String version) {
    this.lexicon = lexicon;
    this.languages = languages;
    this.revision = revision;
    this.version = version;
  }

  /** The reader of the lexicon, revised by this model. */
  private static LexiconReader trained(Model model) {
    Lexicon lexicon = Lexicon.load();
    Languages languages = Languages.load();
    return new LexiconReader(
        lexicon,
        languages,
        new Revision(model),
        String.join(
            "+", "rules-" + RULES, lexicon.version(), languages.version(), model.version()));
  }

  static LexiconReader shared() {
    return Shared.READER;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Reading read(String text) {
    Language language = languages.of(text);
    List<ReadClause> found = clauses(Tokens.of(text));
    if (language == Language.ENGLISH) {
      List<ReadClause> clauses = revision.of(text, found);
      List<Warning> warnings = new ArrayList<>(UnsafeWording.in(text, clauses));
      boolean caused = clauses.stream().anyMatch(ReadClause::namesCause);
      warnings.addAll(Contradictions.in(text, found, caused));
      return reading(text, clauses, language, warnings);
    }
    List<ReadClause> silent =
        found.stream().map(clause -> new ReadClause(clause.hits(), List.of(), false)).toList();
    if (languages.isStock(language, text)) {
      return reading(text, silent, language, List.of());
    }
    return new Reading(
        Specificity.notRead(), withoutThemes(text, silent), List.of(), language, false);
  }

  private static Reading reading(
      String text, List<ReadClause> clauses, Language language, List<Warning> warnings) {
    List<Statement> statements = statements(text, clauses);
    Set<MissingPart> present = EnumSet.noneOf(MissingPart.class);
    for (Statement statement : statements) {
      if (language == Language.ENGLISH && statement.polarity() != Polarity.POSITIVE) {
        present.addAll(statement.parts());
      }
    }
    boolean fit =
        statements.stream()
            .filter(statement -> statement.polarity() == Polarity.NEGATIVE)
            .flatMap(statement -> statement.themes().stream())
            .anyMatch(found -> found.theme() == Theme.CULTURE_FIT);
    return new Reading(SpecificityScale.of(present, fit), statements, warnings, language, true);
  }

  private static List<Statement> withoutThemes(String text, List<ReadClause> clauses) {
    List<Statement> statements = new ArrayList<>();
    for (ReadClause clause : clauses) {
      int start = clause.hits().tokens().getFirst().start();
      int end = clause.hits().tokens().getLast().end();
      statements.add(
          new Statement(
              text.substring(start, end), start, end, List.of(), Polarity.NEUTRAL, null, Set.of()));
    }
    return statements;
  }

  /** The clauses as the lexicon alone reads them. */
  private List<ReadClause> clauses(List<Token> tokens) {
    List<ReadClause> clauses = new ArrayList<>();
    for (List<Token> clause : Clauses.of(tokens)) {
      clauses.add(ReadClause.of(lexicon, clause));
    }
    return clauses;
  }

  private static List<Statement> statements(String text, List<ReadClause> clauses) {
    boolean caused = clauses.stream().anyMatch(ReadClause::namesCause);
    boolean faulted = clauses.stream().anyMatch(ReadClause::findsFault);
    int unspecified = caused || faulted ? -1 : unspecifiedAt(clauses);
    boolean overqualified = clauses.stream().anyMatch(found -> found.judges(Theme.OVERQUALIFIED));
    ControlWording wording = new ControlWording(clauses);
    Statements statements = new Statements(text);
    for (int at = 0; at < clauses.size(); at++) {
      ReadClause clause = clauses.get(at);
      List<Judgement> counted = new ArrayList<>();
      for (Judgement found : clause.judgements()) {
        boolean contradicted = overqualified && found.theme() == Theme.SENIORITY;
        if (!contradicted && (!caused || found.theme().namesCause())) {
          counted.add(found);
        }
      }
      if (at == unspecified || clause.findsFault()) {
        counted.add(unspecified(clause));
      }
      int place = at;
      statements.add(clause, counted, theme -> wording.of(place, theme));
    }
    return statements.all();
  }

  /** The clause that gives no cause: the rejection, or the first of a text without any theme. */
  private static int unspecifiedAt(List<ReadClause> clauses) {
    boolean themed = false;
    for (ReadClause clause : clauses) {
      if (clause.judges(Theme.STRONGER_CANDIDATE) || clause.judges(Theme.CULTURE_FIT)) {
        return -1;
      }
      themed |= !clause.judgements().isEmpty();
    }
    for (int at = 0; at < clauses.size(); at++) {
      if (clauses.get(at).rejects()) {
        return at;
      }
    }
    return themed || clauses.isEmpty() ? -1 : 0;
  }

  private static Judgement unspecified(ReadClause clause) {
    double confidence = clause.rejects() ? REJECTED_WITHOUT_CAUSE : NOTHING_SAID;
    return new Judgement(
        Theme.UNSPECIFIED, Polarity.NEGATIVE, false, confidence, 0, clause.hits().tokens().size());
  }
}
