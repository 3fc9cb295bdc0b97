package dev.rebound.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes the model from labelled feedback, or says how well such a model reads what it was not
 * shown. The same files in the same order give the same model.
 */
public final class Training {

  private static final String USAGE =
      """
      Learns to read from labelled feedback.

        training MODEL FILE ...             fits a model to the files and writes it
        training --cross-validate FILE ...  measures on each fifth what the rest teaches
      """;

  private static final int FOLDS = 5;

  private final LexiconReader lexicon =
      new LexiconReader(Lexicon.load(), clauses -> clauses, "lexicon");

  Training() {}

  /**
   * Writes a model or prints a measurement.
   *
   * @param args see the usage text, printed for too few of them
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length < 2) {
      out.print(USAGE);
      return;
    }
    List<String> lines = new ArrayList<>();
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      lines.addAll(Files.readAllLines(Path.of(file)));
    }
    Training training = new Training();
    if (args[0].equals("--cross-validate")) {
      out.print(training.crossValidated(lines));
    } else {
      try (OutputStream file = Files.newOutputStream(Path.of(args[0]))) {
        training.fitted(lines).write(file);
      }
    }
  }

  private String crossValidated(List<String> lines) throws IOException {
    Evaluation evaluation = new Evaluation("cross-validated");
    for (int fold = 0; fold < FOLDS; fold++) {
      List<String> shown = new ArrayList<>();
      List<String> kept = new ArrayList<>();
      for (int at = 0; at < lines.size(); at++) {
        (at % FOLDS == fold ? kept : shown).add(lines.get(at));
      }
      evaluation.measure(LexiconReader.trained(fitted(shown)), kept);
    }
    return evaluation.report();
  }

  Model fitted(List<String> lines) throws IOException {
    List<Features> clauses = new ArrayList<>();
    List<BitSet> answers = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : lines) {
      JsonNode message = json.readTree(line);
      Labels labels = new Labels(message);
      List<ReadClause> read = lexicon.clauses(Tokens.of(labels.text()));
      for (int at = 0; at < read.size(); at++) {
        clauses.add(Features.of(read, at));
        answers.add(labels.answers(read.get(at).hits().tokens()));
      }
    }
    Ridge ridge = new Ridge(clauses);
    double[][] weights = new double[Model.ANSWERS][];
    float[] means = new float[Model.ANSWERS];
    for (int answer = 0; answer < Model.ANSWERS; answer++) {
      int question = answer;
      double[] yes = answers.stream().mapToDouble(one -> one.get(question) ? 1 : 0).toArray();
      double mean = Arrays.stream(yes).average().orElse(0);
      means[answer] = (float) mean;
      weights[answer] = ridge.weights(Arrays.stream(yes).map(value -> value - mean).toArray());
    }
    return Model.of(weights, means);
  }
}
