package dev.rebound.analysis;

import dev.rebound.events.Theme;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Answers fixed questions about a clause, each by a weighted sum of its features. A score is near 1
 * where the answer is yes and near 0 where it is no.
 */
final class Model {

  private static final int THEMES = Theme.values().length;

  /** Whether the clause blames; the questions about each theme come before. */
  static final int BLAMES = 2 * THEMES;

  /** Whether the clause praises. */
  static final int PRAISES = BLAMES + 1;

  /** Whether the clause names a cause. */
  static final int NAMES_CAUSE = BLAMES + 2;

  /** How many questions there are. */
  static final int ANSWERS = BLAMES + 3;

  private static final String RESOURCE = "model/weights.gz";
  private static final int HASH_CHARACTERS = 10;

  private final byte[][] weights;
  private final float[] scales;
  private final float[] means;
  private final String version;

  private Model(byte[][] weights, float[] scales, float[] means, String version) {
    this.weights = weights;
    this.scales = scales;
    this.means = means;
    this.version = version;
  }

  /** The question whether a clause is about this theme. */
  static int about(Theme theme) {
    return theme.ordinal();
  }

  /** The question whether a clause counts against somebody in this theme. */
  static int against(Theme theme) {
    return THEMES + theme.ordinal();
  }

  /**
   * A model of weights as they were fitted, rounded to a byte each.
   *
   * @param fitted per question, per bucket
   * @param means per question, how often the answer is yes
   */
  static Model of(double[][] fitted, float[] means) {
    byte[][] weights = new byte[Features.BUCKETS][ANSWERS];
    float[] scales = new float[ANSWERS];
    for (int answer = 0; answer < ANSWERS; answer++) {
      double largest = 0;
      for (double weight : fitted[answer]) {
        largest = Math.max(largest, Math.abs(weight));
      }
      scales[answer] = (float) (largest / Byte.MAX_VALUE);
      for (int bucket = 0; bucket < Features.BUCKETS && largest > 0; bucket++) {
        weights[bucket][answer] = (byte) Math.round(fitted[answer][bucket] / scales[answer]);
      }
    }
    return new Model(weights, scales, means, "unsaved");
  }

  /** Reads the model that comes with this module. */
  static Model load() {
    try (InputStream in = Model.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the reader lacks " + RESOURCE);
      }
      byte[] file = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
      return read(file, HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Model read(byte[] file, String version) throws IOException {
    byte[][] weights = new byte[Features.BUCKETS][ANSWERS];
    float[] scales = new float[ANSWERS];
    float[] means = new float[ANSWERS];
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(file), 1 << 16))) {
      for (int answer = 0; answer < ANSWERS; answer++) {
        scales[answer] = in.readFloat();
        means[answer] = in.readFloat();
      }
      for (byte[] bucket : weights) {
        in.readFully(bucket);
      }
    }
    return new Model(weights, scales, means, version);
  }

  /**
   * Writes the model, so that {@link #load()} finds it where it is put among the resources.
   *
   * @throws IOException if it cannot be written
   */
  void write(OutputStream file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file))) {
      for (int answer = 0; answer < ANSWERS; answer++) {
        out.writeFloat(scales[answer]);
        out.writeFloat(means[answer]);
      }
      for (byte[] bucket : weights) {
        out.write(bucket);
      }
    }
  }

  /** The first characters of the hash of the file that it was read from. */
  String version() {
    return version;
  }

  /** The score of each question. */
  float[] scores(Features clause) {
    float[] scores = new float[ANSWERS];
    for (int i = 0; i < clause.buckets().length; i++) {
      byte[] row = weights[clause.buckets()[i]];
      float value = clause.values()[i];
      for (int answer = 0; answer < ANSWERS; answer++) {
        scores[answer] += value * row[answer];
      }
    }
    for (int answer = 0; answer < ANSWERS; answer++) {
      scores[answer] = scores[answer] * scales[answer] + means[answer];
    }
    return scores;
  }
}
