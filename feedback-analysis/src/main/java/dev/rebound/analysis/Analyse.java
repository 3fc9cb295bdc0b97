package dev.rebound.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The readers on the command line: prints what a text says, or measures the reader of feedback on
 * labels.
 */
public final class Analyse {

  private static final String USAGE =
      """
      Reads feedback, or with --jobs a job description, and says what is in it.

        analyse [--jobs] TEXT ...  one text, for people to read
        analyse [--jobs] < FILE    standard input: lines of JSON, {"id","text"}, each answered with a
                                   line of JSON; anything else is one text
        analyse --evaluate FILE    measures the reading of feedback against labelled lines of JSON
      """;

  /** How far standard input is looked at to tell what it is. */
  private static final int LOOK = 1 << 16;

  private static final String JOBS = "--jobs";

  private final Answer answer;

  private Analyse(boolean jobs) {
    // What reads job descriptions needs no model, and is there at once.
    answer = jobs ? new JobAnswer() : new FeedbackAnswer(FeedbackReader.standard());
  }

  /**
   * Prints a reading or a measurement. Ends with 1 where a line could not be read, and with 2 where
   * it was asked for something that it cannot do.
   *
   * @param args see the usage text, printed for {@code --help}
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    boolean jobs = args.length > 0 && args[0].equals(JOBS);
    List<String> words = List.of(args).subList(jobs ? 1 : 0, args.length);
    int status = 0;
    if (words.contains("--help")) {
      out.print(USAGE);
    } else if (!jobs && words.size() == 2 && words.getFirst().equals("--evaluate")) {
      status = evaluate(Path.of(words.getLast()), out);
    } else if (words.isEmpty() || words.equals(List.of("-"))) {
      status = new Analyse(jobs).standardInput(out);
    } else if (words.getFirst().startsWith("--")) {
      System.err.print(words.getFirst() + " cannot be done like this.\n\n" + USAGE);
      status = 2;
    } else {
      out.print(new Analyse(jobs).answer.page(String.join(" ", words)));
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
      out.print(answer.page(in.lines().collect(Collectors.joining("\n"))));
      return 0;
    }
    long unreadable = new JsonLines(answer::json).answer(in, out);
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
}
