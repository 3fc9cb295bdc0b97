package dev.rebound.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.events.StageKind;
import dev.rebound.events.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reader on the command line: prints what a text says, or measures the reader on labels. */
public final class Analyse {

  private static final String USAGE =
      """
      Reads feedback and says what is in it.

        analyse TEXT ...         one text, for people to read
        analyse < FILE           standard input: lines of JSON, {"id","text"}, each answered with a line
                                 of JSON; anything else is one text
        analyse --evaluate FILE  measures against labelled lines of JSON
      """;

  /** How far standard input is looked at to tell what it is. */
  private static final int LOOK = 1 << 16;

  private final FeedbackReader reader = FeedbackReader.standard();

  private Analyse() {}

  /**
   * Prints a reading or a measurement. Ends with 1 where a line could not be read, and with 2 where
   * it was asked for something that it cannot do.
   *
   * @param args see the usage text, printed for {@code --help}
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    List<String> words = List.of(args);
    int status = 0;
    if (words.contains("--help")) {
      out.print(USAGE);
    } else if (words.size() == 2 && words.getFirst().equals("--evaluate")) {
      status = evaluate(Path.of(words.getLast()), out);
    } else if (words.isEmpty() || words.equals(List.of("-"))) {
      status = new Analyse().standardInput(out);
    } else if (words.getFirst().startsWith("--")) {
      System.err.print(words.getFirst() + " cannot be done like this.\n\n" + USAGE);
      status = 2;
    } else {
      out.print(new Analyse().plain(String.join(" ", words)));
    }
    out.flush();
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int evaluate(Path file, PrintStream out) throws IOException {
    if (!Files.isReadable(file)) {
      System.err.println(file + " cannot be read.");
      return 2;
    }
    FeedbackReader reader = FeedbackReader.standard();
    Evaluation evaluation = new Evaluation(reader.version());
    try {
      evaluation.measure(reader, Files.readAllLines(file));
    } catch (JsonProcessingException malformed) {
      System.err.println(file + " has a line that is not JSON.");
      return 2;
    }
    out.print(evaluation.report());
    out.print(evaluation.mistakes());
    return 0;
  }

  private int standardInput(PrintStream out) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), LOOK);
    if (!startsWithBrace(in)) {
      out.print(plain(in.lines().collect(Collectors.joining("\n"))));
      return 0;
    }
    long unreadable = new FeedbackLines(reader).answer(in, out);
    if (unreadable > 0) {
      System.err.println(unreadable + " lines could not be read; the answers say which.");
    }
    return unreadable > 0 ? 1 : 0;
  }

  private static boolean startsWithBrace(BufferedReader in) throws IOException {
    in.mark(LOOK);
    int first = in.read();
    for (int seen = 1; Character.isWhitespace(first) && seen < LOOK; seen++) {
      first = in.read();
    }
    in.reset();
    return first == '{';
  }

  private String plain(String text) {
    Reading reading = reader.read(text);
    Specificity specificity = reading.specificity();
    if (!reading.read()) {
      return "not read (%s): only English is read, and what says nothing in German, French and Spanish\n"
          .formatted(reading.language().tag());
    }
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
    questions(reading).forEach(question -> page.append("\n? ").append(question));
    return page.append("\n\n(read by ").append(reader.version()).append(")\n").toString();
  }

  /** What a request for depth would ask about a text, as far as the text alone tells. */
  static List<String> questions(Reading reading) {
    List<StageKind> stages =
        reading.statements().stream()
            .flatMap(statement -> Stream.ofNullable(statement.stage()))
            .distinct()
            .toList();
    List<Theme> themes =
        reading.statements().stream()
            .filter(statement -> statement.polarity() != Polarity.POSITIVE)
            .flatMap(statement -> statement.themes().stream())
            .map(ThemeReading::theme)
            .distinct()
            .toList();
    return DepthQuestions.standard().about(reading.specificity().missing(), stages, themes);
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
  static String flat(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ");
  }

  private static String listed(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
