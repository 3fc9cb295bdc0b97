package dev.rebound.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * Some of the candidates: those of one partition whose hash is in a range.
 *
 * @param partition the number of the partition
 * @param of how many partitions there are
 * @param from the first hash
 * @param to the hash after the last
 */
record Share(int partition, int of, int from, int to) {

  /** How many hashes there are. */
  static final int ALL = 1 << 16;

  private static final int SPREAD = 0x9E3779B9;

  /** How many hashes it has. */
  int width() {
    return to - from;
  }

  /** Whether a record with this key, which is in the partition, is of one of them. */
  boolean has(byte[] key) {
    int hash = (Arrays.hashCode(key) * SPREAD) >>> 16;
    return from <= hash && hash < to;
  }

  /** Whether the candidate is one of them, by the partition a producer would choose for it. */
  boolean has(UUID candidate) {
    byte[] key = candidate.toString().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % of == partition && has(key);
  }
}
