package dev.rebound.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The secrets of this checkout: random, made once, readable by their owner only. Who deletes them
 * makes the sealed data unreadable.
 */
final class Secrets {
  private static final int BYTES = 32;

  private final Path file;
  private final Properties values = new Properties();

  Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** The secret of this name, base64 of 32 random bytes; made and kept when there is none yet. */
  String get(String name) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String made = Base64.getEncoder().encodeToString(random);
    values.setProperty(name, made);
    save();
    return made;
  }

  private void save() {
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        values.store(
            writer, "Secrets of this checkout; the keys of sealed personal data among them");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
