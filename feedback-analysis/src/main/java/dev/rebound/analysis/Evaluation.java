package dev.rebound.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.events.SpecificityLevel;
import dev.rebound.events.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Measures a reader against labelled texts, one JSON object per line: {@code {"id", "text",
 * "specificity": "GENERIC|SPECIFIC", "themes": [codes]}}, or with labelled {@code "statements"} in
 * the place of themes, which tell of praise as well.
 *
 * <p>The labels call any named cause SPECIFIC, so PARTIAL counts as SPECIFIC here. Themes are
 * compared as sets per text: causes with causes, and praise with praise.
 */
final class Evaluation {

  private static final int WORST = 10;
  private static final int LONGEST_QUOTE = 240;

  private final String title;
  private final Counts generic = new Counts();
  private final Counts specific = new Counts();
  private final ThemeCounts themes = new ThemeCounts("themes");
  private final ThemeCounts praise = new ThemeCounts("praised");
  private final List<Fault> faults = new ArrayList<>();
  private int texts;
  private int unread;
  private int takenForSpecific;
  private int takenForGeneric;

  /** A measurement under this title; several readers may share it, each measured on its part. */
  Evaluation(String title) {
    this.title = title;
  }

  /** A text that was not read as it is labelled. */
  private record Fault(int wrong, String what, String text) {}

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
    String text = labelled.path("text").asText();
    Reading reading = reader.read(text);
    unread += reading.read() ? 0 : 1;
    boolean expected = labelled.path("specificity").asText().equals("SPECIFIC");
    boolean found = reading.specificity().level() != SpecificityLevel.GENERIC;
    // A text that was not read is taken for neither.
    boolean foundGeneric = reading.read() && !found;
    specific.count(expected, found);
    generic.count(!expected, foundGeneric);
    takenForSpecific += found && !expected ? 1 : 0;
    takenForGeneric += expected && foundGeneric ? 1 : 0;
    Set<String> labels = codes(labelled);
    Set<Theme> causes = causes(reading);
    int wrong = themes.count(labels, causes) + (expected == found && reading.read() ? 0 : 1);
    if (labelled.has("statements")) {
      praise.count(codes(labelled, Polarity.POSITIVE), themes(reading, Evaluation::praises));
    }
    if (wrong > 0) {
      String what =
          "%s: labelled %s %s, read as %s %s"
              .formatted(
                  labelled.path("id").asText("line " + texts),
                  labelled.path("specificity").asText(),
                  labels,
                  reading.specificity().level(),
                  causes);
      faults.add(new Fault(wrong, what, text));
    }
  }

  /** The codes of a message's causes: its own, or those of its NEGATIVE statements. */
  static Set<String> codes(JsonNode labelled) {
    Set<String> codes = codes(labelled, Polarity.NEGATIVE);
    labelled.path("themes").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static Set<String> codes(JsonNode labelled, Polarity polarity) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode statement : labelled.path("statements")) {
      if (statement.path("polarity").asText().equals(polarity.name())) {
        statement.path("themes").forEach(code -> codes.add(code.asText()));
      }
    }
    return codes;
  }

  /** The themes that a reading gives as causes or as something to work on. */
  static Set<Theme> causes(Reading reading) {
    return themes(reading, Statement::namesCause);
  }

  private static boolean praises(Statement statement) {
    return statement.polarity() == Polarity.POSITIVE;
  }

  private static Set<Theme> themes(Reading reading, Predicate<Statement> which) {
    return reading.statements().stream()
        .filter(which)
        .flatMap(statement -> statement.themes().stream())
        .map(ThemeReading::theme)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Theme.class)));
  }

  /** The figures, one per line. */
  String report() {
    StringBuilder report = new StringBuilder();
    double macro = (generic.f1() + specific.f1()) / 2;
    report.append(String.format(Locale.ROOT, "reader       %s%n", title));
    report.append(String.format(Locale.ROOT, "texts        n = %d%n", texts));
    if (unread > 0) {
      report.append(String.format(Locale.ROOT, "not read     n = %d%n", unread));
    }
    report.append(String.format(Locale.ROOT, "specificity  macro-F1 %.3f%n", macro));
    report.append("  GENERIC    ").append(generic.summary()).append('\n');
    report.append("  SPECIFIC   ").append(specific.summary()).append('\n');
    report.append(themes.report());
    if (praise.occurs()) {
      report.append(praise.report());
    }
    return report.toString();
  }

  /** What was taken for what, and the texts with the most mistakes in them. */
  String mistakes() {
    StringBuilder report = new StringBuilder("confusion\n");
    report.append(
        String.format(Locale.ROOT, "  %3d  GENERIC read as SPECIFIC%n", takenForSpecific));
    report.append(String.format(Locale.ROOT, "  %3d  SPECIFIC read as GENERIC%n", takenForGeneric));
    report.append(themes.confusion());
    report.append(
        String.format(
            Locale.ROOT, "worst of %d texts that were not read as labelled%n", faults.size()));
    faults.stream()
        .sorted(Comparator.comparingInt(Fault::wrong).reversed())
        .limit(WORST)
        .forEach(fault ->
            report
                .append("  ")
                .append(fault.what())
                .append("\n    ")
                .append(quoted(fault.text()))
                .append('\n'));
    return report.toString();
  }

  private static String quoted(String text) {
    String flat = Answer.flat(text).strip();
    return flat.length() <= LONGEST_QUOTE ? flat : flat.substring(0, LONGEST_QUOTE) + "...";
  }
}
