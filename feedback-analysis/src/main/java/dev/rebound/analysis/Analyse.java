package dev.rebound.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reader on the command line: prints what a text says, or measures the reader on labels. */
public final class Analyse {

  private static final String USAGE =
      """
      Reads feedback and says what is in it.

        analyse [--json] [TEXT ...]   the text, or standard input without one
        analyse --evaluate FILE       measures against labelled lines of JSON
      """;

  private final FeedbackReader reader = FeedbackReader.standard();

  private Analyse() {}

  /**
   * Prints a reading or a measurement.
   *
   * @param args see the usage text, printed for {@code --help}
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(Arrays.asList(args));
    if (words.contains("--help")) {
      out.print(USAGE);
    } else if (words.size() == 2 && words.getFirst().equals("--evaluate")) {
      out.print(evaluate(Path.of(words.getLast())));
    } else {
      boolean json = words.remove("--json");
      String text = words.isEmpty() ? standardInput() : String.join(" ", words);
      Analyse analyse = new Analyse();
      out.print(json ? analyse.json(text) : analyse.plain(text));
    }
  }

  private static String standardInput() throws IOException {
    return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String evaluate(Path file) throws IOException {
    FeedbackReader reader = FeedbackReader.standard();
    Evaluation evaluation = new Evaluation(reader.version());
    evaluation.measure(reader, Files.readAllLines(file));
    return evaluation.report();
  }

  private String json(String text) throws JsonProcessingException {
    return new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(reader.read(text))
        + "\n";
  }

  private String plain(String text) {
    Reading reading = reader.read(text);
    Specificity specificity = reading.specificity();
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(Locale.ROOT, "%s, score %.2f%n", specificity.level(), specificity.score()));
    if (!specificity.missing().isEmpty()) {
      page.append("missing: ").append(listed(specificity.missing())).append('\n');
    }
    page.append('\n');
    for (Statement statement : reading.statements()) {
      page.append(statement(statement));
    }
    for (Warning warning : reading.warnings()) {
      page.append("\n! \"").append(flat(warning.text())).append("\": ").append(warning.why());
      page.append('\n');
    }
    DepthQuestions.standard()
        .about(specificity.missing(), List.of())
        .forEach(question -> page.append("\n? ").append(question));
    return page.append("\n\n(read by ").append(reader.version()).append(")\n").toString();
  }

  private static String statement(Statement statement) {
    String sign =
        switch (statement.polarity()) {
          case NEGATIVE -> "-";
          case POSITIVE -> "+";
          case NEUTRAL -> " ";
        };
    StringBuilder lines = new StringBuilder();
    lines.append(sign).append(' ').append(flat(statement.text())).append('\n');
    for (ThemeReading theme : statement.themes()) {
      lines.append(
          String.format(
              Locale.ROOT,
              "    %s (%s, %.2f)%n",
              theme.theme(),
              theme.control(),
              theme.confidence()));
    }
    if (statement.stage() != null) {
      lines.append("    stage ").append(statement.stage()).append('\n');
    }
    return lines.toString();
  }

  /** On one line, without control characters that a terminal would obey. */
  private static String flat(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ");
  }

  private static String listed(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
