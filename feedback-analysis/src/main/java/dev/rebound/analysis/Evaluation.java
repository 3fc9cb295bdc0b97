package dev.rebound.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.events.MissingPart;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures a reader against labelled texts, one JSON object per line: {@code {"text",
 * "specificity": "GENERIC|SPECIFIC", "themes": [codes]}}.
 *
 * <p>The labels call any named cause SPECIFIC, so PARTIAL counts as SPECIFIC here. Themes are
 * compared as sets of causes per text: strengths and mentions do not count, nor do the codes that
 * say no cause was given ('somebody else was better' among them), on either side. A label outside
 * the list of themes counts as missed.
 */
final class Evaluation {

  private static final Set<Theme> WITHOUT_CAUSE =
      EnumSet.of(Theme.UNSPECIFIED, Theme.STRONGER_CANDIDATE);
  private static final Map<String, Theme> CODES =
      Arrays.stream(Theme.values()).collect(Collectors.toMap(Theme::name, theme -> theme));

  private final String title;
  private final Counts generic = new Counts();
  private final Counts specific = new Counts();
  private final Counts themes = new Counts();
  private final Map<Theme, Counts> byTheme = new EnumMap<>(Theme.class);
  private int texts;

  /** A measurement under this title; several readers may share it, each measured on its part. */
  Evaluation(String title) {
    this.title = title;
  }

  /** True and false positives and false negatives of one class. */
  private static final class Counts {
    private int hit;
    private int extra;
    private int missed;

    void count(boolean expected, boolean found) {
      if (expected && found) {
        hit++;
      } else if (found) {
        extra++;
      } else if (expected) {
        missed++;
      }
    }

    double f1() {
      int all = 2 * hit + extra + missed;
      return all == 0 ? 1 : 2.0 * hit / all;
    }

    String summary() {
      return String.format(
          Locale.ROOT, "F1 %.3f  (hit %d, extra %d, missed %d)", f1(), hit, extra, missed);
    }
  }

  /**
   * Measures all lines; empty ones are skipped.
   *
   * @throws IOException if a line is no JSON
   */
  void measure(FeedbackReader reader, List<String> lines) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : lines) {
      if (!line.isBlank()) {
        measure(reader, json.readTree(line));
      }
    }
  }

  private void measure(FeedbackReader reader, JsonNode labelled) {
    texts++;
    Reading reading = reader.read(labelled.path("text").asText());
    boolean expected = labelled.path("specificity").asText().equals("SPECIFIC");
    boolean found = reading.specificity().level() != SpecificityLevel.GENERIC;
    specific.count(expected, found);
    generic.count(!expected, !found);
    Set<Theme> labels = EnumSet.noneOf(Theme.class);
    for (JsonNode code : codes(labelled)) {
      Theme label = CODES.get(code.asText());
      if (label == null) {
        themes.count(true, false);
      } else {
        labels.add(label);
      }
    }
    Set<Theme> causes = causes(reading);
    for (Theme theme : Theme.values()) {
      if (!WITHOUT_CAUSE.contains(theme)) {
        themes.count(labels.contains(theme), causes.contains(theme));
        byTheme
            .computeIfAbsent(theme, _ -> new Counts())
            .count(labels.contains(theme), causes.contains(theme));
      }
    }
  }

  /** The codes of a message, or of its NEGATIVE statements where it is labelled by statement. */
  static List<JsonNode> codes(JsonNode labelled) {
    List<JsonNode> codes = new ArrayList<>();
    labelled.path("themes").forEach(codes::add);
    for (JsonNode statement : labelled.path("statements")) {
      if (statement.path("polarity").asText().equals(Polarity.NEGATIVE.name())) {
        statement.path("themes").forEach(codes::add);
      }
    }
    return codes;
  }

  /** The themes that a reading gives as causes or as something to work on. */
  static Set<Theme> causes(Reading reading) {
    return reading.statements().stream()
        .filter(Evaluation::names)
        .flatMap(statement -> statement.themes().stream())
        .map(ThemeReading::theme)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Theme.class)));
  }

  private static boolean names(Statement statement) {
    return statement.polarity() == Polarity.NEGATIVE
        || statement.parts().contains(MissingPart.THEME);
  }

  /** The figures, one per line. */
  String report() {
    StringBuilder report = new StringBuilder();
    double macro = (generic.f1() + specific.f1()) / 2;
    report.append(String.format(Locale.ROOT, "reader       %s%n", title));
    report.append(String.format(Locale.ROOT, "texts        n = %d%n", texts));
    report.append(String.format(Locale.ROOT, "specificity  macro-F1 %.3f%n", macro));
    report.append("  GENERIC    ").append(generic.summary()).append('\n');
    report.append("  SPECIFIC   ").append(specific.summary()).append('\n');
    report.append("themes       micro-").append(themes.summary()).append('\n');
    byTheme.forEach((theme, counts) -> {
      if (counts.hit + counts.extra + counts.missed > 0) {
        report.append(String.format(Locale.ROOT, "  %-22s %s%n", theme, counts.summary()));
      }
    });
    return report.toString();
  }
}
