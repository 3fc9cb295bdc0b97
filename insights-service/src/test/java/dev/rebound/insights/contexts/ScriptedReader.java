package dev.rebound.insights.contexts;

import dev.rebound.analysis.FeedbackReader;
import dev.rebound.analysis.Polarity;
import dev.rebound.analysis.Reading;
import dev.rebound.analysis.Specificity;
import dev.rebound.analysis.Statement;
import dev.rebound.analysis.ThemeReading;
import dev.rebound.events.Control;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reader that understands the phrases it was told, and nothing else. */
public final class ScriptedReader implements FeedbackReader {

  private record Meaning(ThemeReading theme, Polarity polarity) {}

  private static final double CONFIDENCE = 0.8;

  private final Map<String, Meaning> script = new LinkedHashMap<>();
  private final String version;

  /** A reader whose version nobody asks for. */
  public ScriptedReader() {
    this("script");
  }

  /** A reader of this version. */
  public ScriptedReader(String version) {
    this.version = version;
  }

  /** Wherever this phrase stands, it criticises. */
  public ScriptedReader critique(String phrase, Theme theme) {
    return meaning(phrase, theme, Polarity.NEGATIVE);
  }

  /** Wherever this phrase stands, it criticises, and its words say how far that is in hand. */
  public ScriptedReader critique(String phrase, Theme theme, Control control) {
    script.put(
        phrase, new Meaning(new ThemeReading(theme, control, CONFIDENCE), Polarity.NEGATIVE));
    return this;
  }

  /** Wherever this phrase stands, it praises. */
  public ScriptedReader praise(String phrase, Theme theme) {
    return meaning(phrase, theme, Polarity.POSITIVE);
  }

  /** Wherever this phrase stands, it speaks of the theme without judging. */
  public ScriptedReader mention(String phrase, Theme theme) {
    return meaning(phrase, theme, Polarity.NEUTRAL);
  }

  private ScriptedReader meaning(String phrase, Theme theme, Polarity polarity) {
    script.put(phrase, new Meaning(ThemeReading.of(theme, CONFIDENCE), polarity));
    return this;
  }

  @Override
  public Reading read(String text) {
    List<Statement> statements = new ArrayList<>();
    script.forEach((phrase, meaning) -> {
      int start = text.indexOf(phrase);
      if (start >= 0) {
        statements.add(
            new Statement(
                phrase,
                start,
                start + phrase.length(),
                List.of(meaning.theme()),
                meaning.polarity(),
                null,
                Set.of()));
      }
    });
    SpecificityLevel level =
        statements.isEmpty() ? SpecificityLevel.GENERIC : SpecificityLevel.SPECIFIC;
    return new Reading(new Specificity(level, 1, List.of()), statements, List.of());
  }

  @Override
  public String version() {
    return version;
  }
}
