package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room to work: a database on a full disk stops, and not kindly. */
final class Disk {
  static final long NEEDED_BYTES = 2_000_000_000L;

  private Disk() {}

  static void requireRoom(Path folder) {
    try {
      requireRoom(folder, Files.getFileStore(folder).getUsableSpace());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void requireRoom(Path folder, long freeBytes) {
    if (freeBytes < NEEDED_BYTES) {
      throw new Trouble(
          "The disk that holds %s has %d MB left; Rebound needs 2 GB.\nMake room and start again."
              .formatted(folder, freeBytes / 1_000_000));
    }
  }
}
