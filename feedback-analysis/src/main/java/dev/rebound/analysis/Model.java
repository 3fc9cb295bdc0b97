package dev.rebound.analysis;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rebound.analysis.Pieces.Piece;
import dev.rebound.events.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers fixed questions about each clause of a text: a small transformer reads the text as a
 * whole, and each clause is what its pieces come to on average. A score is between 0 and 1, and
 * near 1 where the answer is yes. Safe to share between threads.
 *
 * <p>Made by {@code feedback-analysis/training/make-model}, which says from what; run by ONNX
 * Runtime inside the process, on one thread a text.
 */
final class Model {

  /** Themes that can be named; UNSPECIFIED, the last, is what stands where none is. */
  private static final int THEMES = Theme.UNSPECIFIED.ordinal();

  /** Whether the clause names a cause; the file {@code train.py} tells the order of all answers. */
  static final int NAMES_CAUSE = 2 * THEMES + 2;

  private static final String RESOURCE = "model/reader.onnx";

  /** The most pieces that are read at once; longer texts are read part by part. */
  private static final int MOST_PIECES = 380;

  private final Pieces pieces;
  private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String version;

  private Model(Pieces pieces, OrtSession session, String version) {
    this.pieces = pieces;
    this.session = session;
    this.version = version;
  }

  /** The question whether a clause counts against somebody in this theme. */
  static int against(Theme theme) {
    return theme.ordinal();
  }

  /** The question whether a clause praises somebody in this theme. */
  static int praised(Theme theme) {
    return THEMES + theme.ordinal();
  }

  /**
   * Reads the model that comes with this module, by way of a file: on the heap it would stay behind
   * as garbage that nothing needs to collect for a long time.
   */
  static Model load() {
    try {
      Path file = Files.createTempFile("reader", ".onnx");
      try {
        String version = unpack(file);
        return new Model(Pieces.load(), session(file), version);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be run here", e);
    }
  }

  /** Answers the fingerprint of what it wrote. */
  private static String unpack(Path file) throws IOException {
    try (InputStream packed = Model.class.getResourceAsStream(RESOURCE)) {
      if (packed == null) {
        throw new IllegalStateException("the reader lacks " + RESOURCE);
      }
      Fingerprint fingerprint = new Fingerprint();
      Files.copy(fingerprint.of(packed), file, StandardCopyOption.REPLACE_EXISTING);
      return fingerprint.end();
    }
  }

  private static OrtSession session(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Memory matters more here than the little time that keeping it would save.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      // Else a processor without VNNI multiplies faster and lets large sums overflow, and the same
      // text reads otherwise there.
      options.addConfigEntry("session.x64quantprecision", "1");
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
  }

  /** The fingerprint of the file that it was read from. */
  String version() {
    return version;
  }

  /**
   * The scores of each clause.
   *
   * @param clauses of this text, in order
   */
  List<float[]> scores(String text, List<List<Token>> clauses) {
    List<float[]> scores = new ArrayList<>();
    List<List<Piece>> part = new ArrayList<>();
    int length = 0;
    for (List<Piece> clause : byClause(pieces.of(text), clauses)) {
      if (length + clause.size() > MOST_PIECES && length > 0) {
        scores.addAll(run(part));
        part.clear();
        length = 0;
      }
      List<Piece> read = clause.subList(0, Math.min(clause.size(), MOST_PIECES));
      part.add(read);
      length += read.size();
    }
    if (!part.isEmpty()) {
      scores.addAll(run(part));
    }
    return scores;
  }

  /** What stands before the first clause belongs to it, and what follows a clause to that. */
  private static List<List<Piece>> byClause(List<Piece> pieces, List<List<Token>> clauses) {
    List<List<Piece>> sorted = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < clauses.size(); at++) {
      int end =
          at + 1 < clauses.size() ? clauses.get(at + 1).getFirst().start() : Integer.MAX_VALUE;
      int to = from;
      while (to < pieces.size() && pieces.get(to).start() < end) {
        to++;
      }
      sorted.add(pieces.subList(from, to));
      from = to;
    }
    return sorted;
  }

  private List<float[]> run(List<List<Piece>> clauses) {
    int length = 2 + clauses.stream().mapToInt(List::size).sum();
    long[] numbers = new long[length];
    float[][] shares = new float[clauses.size()][length];
    numbers[0] = pieces.begin();
    numbers[length - 1] = pieces.end();
    int at = 1;
    for (int clause = 0; clause < clauses.size(); clause++) {
      List<Piece> own = clauses.get(clause);
      if (own.isEmpty()) {
        shares[clause][0] = 1;
      }
      for (Piece piece : own) {
        numbers[at] = piece.number();
        shares[clause][at] = 1f / own.size();
        at++;
      }
    }
    try (OnnxTensor ids = OnnxTensor.createTensor(runtime, numbers);
        OnnxTensor pool = OnnxTensor.createTensor(runtime, shares);
        OrtSession.Result answer = session.run(Map.of("ids", ids, "pool", pool))) {
      return List.of((float[][]) answer.get(0).getValue());
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed on a text", e);
    }
  }
}
